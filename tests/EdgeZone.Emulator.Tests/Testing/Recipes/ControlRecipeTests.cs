using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing.Recipes;

/// <summary>The control plane by its typed client.</summary>
public class ControlRecipeTests
{
    [Fact]
    public async Task A_machine_is_installed_while_the_test_waits_for_nothing()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Durations = EmulatorDurations.Realistic);
        using var http = emulator.CreateClient();
        var control = new ControlPlaneClient(http);
        var sandbox = control.Sandbox("default");
        await sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen });
        await sandbox.ChangeStockAsync("ap-guangzhou-1", "BMS5.MEDIUM8", new StockChange { Free = 1 });

        await control.TryActionAsync("CreateInstances", """
            {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"mine",
             "PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
            """);
        var moved = await sandbox.AdvanceUntilAllocatedAsync();

        Assert.Equal(["addressesAssigned", "systemInstalled"], moved.Events.Select(happened => happened.Kind));
        Assert.Equal("running", Assert.Single((await sandbox.GetHeldAsync()).Instances).Status);
        Assert.Equal("OK", Assert.Single((await sandbox.ListCallsAsync()).Calls).Outcome);
    }
}
