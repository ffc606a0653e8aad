using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class SandboxTests
{
    private static readonly ClockChange Frozen = new() { Mode = ClockMode.Frozen };

    [Fact]
    public async Task Sandboxes_are_listed_with_their_time_and_calls()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeZones");
        await emulator.Control.Sandbox("another").ChangeClockAsync(Frozen);
        var list = await emulator.GetAsync(ControlPlanePaths.Sandboxes);
        Assert.Equal(2, (int)list["total"]!);
        Assert.Equal(1000, (int)list["maximum"]!);
        Assert.Equal(["another:0", "default:1"], list["sandboxes"]!.AsArray().Select(sandbox => $"{sandbox!["name"]}:{sandbox["calls"]}"));
        Assert.EndsWith("Z", (string)list["sandboxes"]![0]!["now"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_sandbox_is_a_fresh_one_and_the_others_stay()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var first = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        await emulator.Control.Sandbox("another").ChangeClockAsync(Frozen);

        using var response = await emulator.SendAsync(HttpMethod.Post, ControlPlanePaths.SandboxReset("default"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, (int)(await emulator.CallAsync("DescribeInstances"))["TotalCount"]!);
        var again = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        Assert.Equal(first["InstanceIdSet"]!.ToJsonString(), again["InstanceIdSet"]!.ToJsonString());
        Assert.Equal(ClockMode.Frozen, (await emulator.Control.Sandbox("another").GetClockAsync()).Mode);
    }

    [Fact]
    public async Task A_reset_of_everything_leaves_only_the_default_sandbox()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Control.Sandbox("another").ChangeClockAsync(Frozen);
        using var response = await emulator.SendAsync(HttpMethod.Post, ControlPlanePaths.Reset);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["default"], await NamesAsync(emulator));
    }

    [Fact]
    public async Task A_known_SecretId_names_the_sandbox_it_leads_to()
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "Credentials:0:SecretId=AKIDteam", "Credentials:0:SecretKey=k", "Credentials:0:Sandbox=team");
        await emulator.Control.Sandbox("emulator").ChangeClockAsync(Frozen);
        await emulator.Control.Sandbox("AKIDteam").ChangeClockAsync(Frozen);
        Assert.Equal(ClockMode.Frozen, (await emulator.Sandbox.GetClockAsync()).Mode);
        Assert.Equal(ClockMode.Frozen, (await emulator.Control.Sandbox("team").GetClockAsync()).Mode);
    }

    [Theory]
    [InlineData("clock")]
    [InlineData("calls")]
    [InlineData("stock")]
    public async Task Looking_makes_no_sandbox(string at)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var nobody = emulator.Control.Sandbox("nobody");
        Task look = at switch
        {
            "clock" => nobody.GetClockAsync(),
            "calls" => nobody.ListCallsAsync(),
            _ => nobody.GetStockAsync(Seeded.Zone, Seeded.Medium),
        };

        var refusal = await look.RefusedAsync(HttpStatusCode.NotFound);

        Assert.Contains("nobody", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal("name", refusal.Field);
        Assert.Equal(["default"], await NamesAsync(emulator));
    }

    [Theory]
    [InlineData("clock")]
    [InlineData("advance")]
    [InlineData("stock")]
    [InlineData("reset")]
    public async Task A_change_makes_the_sandbox_it_names_within_the_bound(string of)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Maximum=2");
        await Change(emulator.Control.Sandbox("second"));

        var refusal = await Change(emulator.Control.Sandbox("third")).RefusedAsync(HttpStatusCode.Conflict);

        Assert.Contains("Emulator:Sandboxes:Maximum", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(["default", "second"], await NamesAsync(emulator));

        Task Change(SandboxClient sandbox) => of switch
        {
            "clock" => sandbox.ChangeClockAsync(Frozen),
            "advance" => sandbox.AdvanceUntilIdleAsync(),
            "stock" => sandbox.ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 1 }),
            _ => sandbox.ResetAsync(),
        };
    }

    [Theory]
    [InlineData("clock", HttpStatusCode.BadRequest)]
    [InlineData("advance", HttpStatusCode.NotFound)]
    [InlineData("stock", HttpStatusCode.NotFound)]
    public async Task A_refused_change_makes_no_sandbox(string of, HttpStatusCode status)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var second = emulator.Control.Sandbox("second");
        Task change = of switch
        {
            "clock" => second.ChangeClockAsync(new ClockChange { Mode = ClockMode.Scaled }),
            "advance" => second.AdvanceUntilAllocatedAsync("ins-00000000"),
            _ => second.ChangeStockAsync("nowhere", Seeded.Medium, new StockChange { Free = 1 }),
        };

        await change.RefusedAsync(status);

        Assert.Equal(["default"], await NamesAsync(emulator));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("back\\slash")]
    public async Task A_name_that_cannot_be_one_is_refused(string name)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var sandbox = emulator.Control.Sandbox(name);
        Assert.Equal("name", (await sandbox.ChangeClockAsync(Frozen).RefusedAsync(HttpStatusCode.BadRequest)).Field);
        await sandbox.ResetAsync().RefusedAsync(HttpStatusCode.BadRequest);
        await sandbox.GetClockAsync().RefusedAsync(HttpStatusCode.BadRequest);
    }

    private static async Task<string[]> NamesAsync(EmulatorApplication emulator) =>
        [.. (await emulator.Control.ListSandboxesAsync()).Sandboxes.Select(sandbox => sandbox.Name)];
}
