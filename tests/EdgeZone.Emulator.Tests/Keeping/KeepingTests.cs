using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Storage;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Keeping;

/// <summary>Sandboxes that outlive the process.</summary>
public class KeepingTests
{
    [Fact]
    public async Task A_world_goes_on_in_the_next_process_as_if_nothing_had_happened()
    {
        using var directory = new TestDirectory();
        string before;
        IReadOnlyList<string> expected;
        await using (var emulator = await StartAsync(directory, "Clock:Mode=Frozen"))
        {
            await emulator.GivenInstancesAsync(3);
            await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(1.5));
            await emulator.Sandbox.ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 7 });
            await emulator.CallAsync("DescribeInstances");
            before = await WorldOf(emulator);
            var ahead = emulator.CallerOf(await emulator.Sandbox.ForkAsync());
            expected = (await ahead.CallAsync("CreateInstances", EmulatorApplication.Order().ToJsonString())).InstanceIds;
        }

        await using var next = await StartAsync(directory, "Clock:Mode=Frozen");

        Assert.Equal(before, await WorldOf(next));
        Assert.Equal(expected, (await next.CallAsync("CreateInstances", EmulatorApplication.Order())).InstanceIds);
        Assert.Equal(4, (await next.Sandbox.GetHeldAsync()).Instances.Count);
    }

    [Fact]
    public async Task No_request_id_is_given_twice()
    {
        using var directory = new TestDirectory();
        var ids = new List<string>();
        for (var process = 0; process < 3; process++)
        {
            await using var emulator = await StartAsync(directory);
            ids.Add((string)(await emulator.CallAsync("CreateInstances", EmulatorApplication.Order()))["RequestId"]!);
            ids.Add((string)(await emulator.CallAsync("DescribeInstances"))["RequestId"]!);
        }

        Assert.Equal(6, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_a_sandbox_was_made_with_is_kept_its_keys_and_its_end_included()
    {
        using var directory = new TestDirectory();
        CreatedSandbox made;
        await using (var emulator = await StartAsync(directory, Strict))
        {
            made = await emulator.Control.CreateSandboxAsync(new SandboxOptions
            {
                Name = "mine",
                Edition = EmulatorEdition.Mainland,
                RateLimit = new SandboxRateLimit { Enabled = true, PerSecond = 1 },
                Expires = TimeSpan.FromMinutes(30),
            });
        }

        await using var next = await StartAsync(directory, Strict);
        var caller = next.CallerOf(made);

        (await caller.CallAsync("DescribeZones", """{"FilterByAppId":true}""")).Succeeded();
        (await caller.CallAsync("DescribeZones")).Refused("RequestLimitExceeded");
        next.Time.Advance(TimeSpan.FromMinutes(30));
        await next.Control.Sandbox("mine").GetAsync().RefusedAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_removed_or_reset_does_not_come_back()
    {
        using var directory = new TestDirectory();
        await using (var emulator = await StartAsync(directory))
        {
            await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = "gone" });
            await emulator.Control.Sandbox("gone").DeleteAsync();
            await emulator.GivenInstancesAsync(2);
            await emulator.Sandbox.ResetAsync();
            await emulator.GivenInstancesAsync(1);
        }

        await using var next = await StartAsync(directory);

        Assert.Equal(1, (int)(await next.CallAsync("DescribeInstances"))["TotalCount"]!);
        Assert.Equal(1, (await next.Control.ListSandboxesAsync()).Total);
    }

    [Fact]
    public async Task Snapshots_take_the_place_of_entries_and_lose_nothing()
    {
        using var directory = new TestDirectory();
        string before;
        var longName = new string('n', 60);
        await using (var emulator = await StartAsync(directory, "Storage:LogSize=1", "Clock:Mode=Frozen"))
        {
            var id = (await emulator.GivenInstancesAsync(1))[0];
            for (var i = 0; i < 4_500; i++)
            {
                (await emulator.CallAsync("ModifyInstanceAttribute", $$"""{"InstanceId":"{{id}}","InstanceName":"{{longName[..55]}}{{i:00000}}"}"""))
                    .Succeeded();
            }

            before = await WorldOf(emulator);
        }

        await using var next = await StartAsync(directory, "Storage:LogSize=1", "Clock:Mode=Frozen");

        Assert.Equal(before, await WorldOf(next));
    }

    [Fact]
    public async Task Info_tells_where_sandboxes_are_kept()
    {
        using var directory = new TestDirectory();
        await using var emulator = await StartAsync(directory);

        Assert.Equal(directory.Name, (await emulator.Control.GetInfoAsync()).Storage?.Directory);
    }

    [Fact]
    public async Task When_the_file_is_gone_nothing_is_acknowledged_and_health_says_why()
    {
        using var directory = new TestDirectory();
        await using var emulator = await StartAsync(directory);
        await emulator.GivenInstancesAsync(1);
        File.Delete(directory.Database);

        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).Refused("InternalError");

        (await emulator.CallAsync("DescribeInstances")).Refused("InternalError");
        var health = await emulator.Control.GetHealthAsync().RefusedAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Contains(directory.Name, health.Detail, StringComparison.Ordinal);
        var change = await emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen }).RefusedAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Contains(directory.Name, change.Detail, StringComparison.Ordinal);
        await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = "mine" }).RefusedAsync(HttpStatusCode.ServiceUnavailable);
        await emulator.Control.Sandbox("mine").GetAsync().RefusedAsync(HttpStatusCode.NotFound);
    }

    private static string[] Strict => ["Auth:Mode=Strict", "Credentials:0:SecretId=someone", "Credentials:0:SecretKey=else"];

    private static Task<EmulatorApplication> StartAsync(TestDirectory directory, params string[] settings) =>
        EmulatorApplication.StartAsync([.. settings, $"Storage:Directory={directory.Name}"]);

    /// <summary>The snapshot but for the number of the last call, which goes on further up.</summary>
    private static async Task<string> WorldOf(EmulatorApplication emulator)
    {
        var world = JsonNode.Parse(await emulator.Sandbox.GetSnapshotAsync())!;
        world.AsObject().Remove("number");
        return world.ToJsonString();
    }
}
