using EdgeZone.Emulator.Testing;

namespace Samples.Provisioning.Tests;

/// <summary>Each mistake that the tool can be told to make is one: the check that nobody has to write finds it.</summary>
public sealed class BugTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly Order Web = new("web");

    [Fact]
    public async Task Who_orders_again_blindly_holds_machines_that_nobody_knows_of()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.Faults.On("CreateInstances").First().LosesAnswer();

        await ProvideAsync(sandbox, Bugs.OrdersAgainBlindly);

        Assert.Equal(4, (await sandbox.HeldAsync()).Instances.Count);
    }

    [Fact]
    public async Task Who_does_not_read_the_count_believes_in_a_machine_that_is_not_there()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.Faults.On("CreateInstances").First().Machine(2).Unavailable();

        Assert.Single(await ProvideAsync(sandbox, Bugs.IgnoresFailedCount));
    }

    [Fact]
    public async Task Who_leaves_things_behind_is_found_out()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await sandbox.Stock.SetFreeAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 1);

        await Assert.ThrowsAsync<ProvisioningException>(() => ProvideAsync(sandbox, Bugs.LeavesThemBehind));

        var found = await Assert.ThrowsAsync<VerificationException>(() => sandbox.VerifyAsync());
        Assert.Contains("TerminateInstances(InstanceIds: [\"ins-", Assert.Single(found.Findings), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> ProvideAsync(Sandbox sandbox, Bugs bugs) =>
        sandbox.Clock.RunUntilAsync(() => new Provisioner(sandbox.CreateClient(), sandbox.TimeProvider, bugs).ProvideAsync(Web, 2));
}
