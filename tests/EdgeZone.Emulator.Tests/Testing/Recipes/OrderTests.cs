using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing.Recipes;

public sealed class OrderTests
{
    [Fact]
    public async Task The_second_of_three_machines_dies_in_its_boot()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        await sandbox.Faults.On("CreateInstances").First().Machine(2).FailsAt(Phase.Pxe);

        await sandbox.CallAsync("CreateInstances", """
            {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"web","InstanceCount":3,
             "PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
            """);
        await sandbox.Clock.AdvanceUntilAllocatedAsync();

        Assert.Equal(["running", "error", "running"], (await sandbox.HeldAsync()).Instances.Select(instance => instance.Status));
    }
}
