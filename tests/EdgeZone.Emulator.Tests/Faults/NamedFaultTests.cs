using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>What goes wrong by the end of an instance's name, for those without a control plane.</summary>
public class NamedFaultTests
{
    [Theory]
    [InlineData("web--fail-at-pxe", "error", 1)]
    [InlineData("web--hang-at-image", "allocating", 1)]
    [InlineData("web--slow-at-configure", "running", 3)]
    [InlineData("web-fail-at-pxe", "running", 1)]
    [InlineData("web--fail-at-pxe-not", "running", 1)]
    [InlineData("web--fail-at-wipe", "running", 1)]
    public async Task A_name_decides_what_becomes_of_a_machine(string name, string status, int fold)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Network=00:00:00", "Durations:Install=00:00:20");
        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: name))).Succeeded();
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(20 * fold));
        Assert.Equal(status, (string?)(await emulator.CallAsync("DescribeInstances")).Rows("InstanceSet")[0]["InstanceStatus"]);
    }

    [Fact]
    public async Task No_stock_a_lost_answer_and_throttling_last_as_long_as_they_say()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        (await OrderAsync(emulator, "a--no-stock")).Refused("ResourceInsufficient");
        (await OrderAsync(emulator, "a--no-stock")).Refused("ResourceInsufficient");

        await Assert.ThrowsAnyAsync<Exception>(() => OrderAsync(emulator, "b--lost-answer"));
        (await OrderAsync(emulator, "b--lost-answer")).Succeeded();
        Assert.Equal(2, (await emulator.Sandbox.GetHeldAsync()).Instances.Count);

        var first = await OrderAsync(emulator, "c--throttled-2");
        Assert.Equal("--throttled-2", first.Refused("RequestLimitExceeded").Header("X-Emulator-Fault"));
        await emulator.Control.Sandbox("restored").RestoreAsync(await emulator.Sandbox.GetSnapshotAsync());
        (await OrderAsync(emulator, "c--throttled-2")).Refused("RequestLimitExceeded");
        (await OrderAsync(emulator, "c--throttled-2")).Succeeded();
        (await OrderAsync(emulator, "d--throttled-2")).Refused("RequestLimitExceeded");
        Assert.True((await emulator.Control.ReplayAsync(await emulator.Sandbox.GetJournalAsync())).Identical);
    }

    [Theory]
    [InlineData("NamedFaults=false")]
    [InlineData("Auth:Mode=Strict")]
    public async Task They_can_be_turned_off_and_are_off_in_Strict_even_for_a_world_from_elsewhere(string setting)
    {
        await using var elsewhere = await EmulatorApplication.StartAsync();
        await using var emulator = await EmulatorApplication.StartAsync(setting);
        Assert.True((await elsewhere.Control.ListNamedFaultsAsync()).Enabled);
        Assert.False((await emulator.Control.ListNamedFaultsAsync()).Enabled);

        await emulator.Sandbox.RestoreAsync(await elsewhere.Sandbox.GetSnapshotAsync());

        (await OrderAsync(emulator, "a--no-stock")).Succeeded();
    }

    [Fact]
    public async Task A_rule_comes_before_a_name()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "rule", Then = [new FaultOutcome { Error = new FaultError("FailedOperation") }] });
        Assert.Equal("rule", (await OrderAsync(emulator, "a--no-stock")).Refused("FailedOperation").Header("X-Emulator-Fault"));
    }

    [Fact]
    public async Task The_page_lists_what_the_emulator_lists()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var page = new StreamReader(typeof(NamedFaultTests).Assembly.GetManifestResourceStream("faults.md")!);
        var rows = (await page.ReadToEndAsync()).ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("| `--", StringComparison.Ordinal));

        Assert.Equal((await emulator.Control.ListNamedFaultsAsync()).Names.Select(name => $"| `{name.Name}` | {name.Meaning} |"), rows);
    }

    private static Task<Answer> OrderAsync(EmulatorApplication emulator, string name) =>
        emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: name));
}
