using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace Samples.Provisioning.Tests;

/// <summary>What goes wrong in a data centre, and what the tool makes of it.</summary>
public sealed class ProvisionerTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string Zone = "ap-guangzhou-1";
    private const string Type = "BMS5.MEDIUM8";

    private static readonly Order Web = new("web");

    private Sandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await fixture.Emulator.CreateSandboxAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Three_machines_are_ordered_at_once_and_run_a_quarter_of_an_hour_later()
    {
        var began = _sandbox.Clock.Now;

        var machines = await ProvideAsync(3);

        Assert.InRange(_sandbox.Clock.Now - began, TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(20));
        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceCount", 3), ("InstanceName", "web"));
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task A_machine_that_dies_in_its_boot_is_given_back_and_replaced()
    {
        await _sandbox.Faults.On("CreateInstances").First().Machine(2).FailsAt(Phase.Pxe).Required();

        var machines = await ProvideAsync(3);

        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceCount", 3));
        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceCount", 1));
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task Machines_that_cannot_be_had_are_ordered_again()
    {
        await _sandbox.Faults.On("CreateInstances").First().Machine(3).Unavailable().Required();

        var machines = await ProvideAsync(3);

        await _sandbox.Calls.VerifyOrderAsync(("CreateInstances", """{"InstanceCount":3}"""), ("CreateInstances", """{"InstanceCount":1}"""));
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task An_order_whose_answer_gets_lost_is_not_repeated()
    {
        await _sandbox.Faults.On("CreateInstances").First().LosesAnswer().Required();

        var machines = await ProvideAsync(3);

        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once);
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task An_order_that_gets_lost_itself_is_repeated()
    {
        await _sandbox.Faults.On("CreateInstances").First().LosesRequest().Required();

        var machines = await ProvideAsync(3);

        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Exactly(2));
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task Throttled_it_asks_again_with_growing_patience()
    {
        await _sandbox.Faults.On("DescribeInstances").Times(3).Throttles().Required();

        var machines = await ProvideAsync(1);

        var began = (await _sandbox.Calls.ListAsync())[0].Inside;
        Assert.Equal(
            [0, 2, 6, 14],
            (await _sandbox.Calls.ListAsync()).Where(call => call.Action == "DescribeInstances").Take(4).Select(call => (call.Inside - began)?.TotalSeconds));
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task A_dry_pool_is_waited_for()
    {
        await _sandbox.Stock.SetFreeAsync(Zone, Type, 1);
        var refilled = _sandbox.TimeProvider.CreateTimer(
            _ => _sandbox.Stock.SetFreeAsync(Zone, Type, 5).GetAwaiter().GetResult(), null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        await using (refilled)
        {
            await _sandbox.VerifyKeptAsync(await ProvideAsync(3));
        }
    }

    [Fact]
    public async Task When_the_pool_stays_dry_everything_is_given_back()
    {
        await _sandbox.Stock.SetFreeAsync(Zone, Type, 2);

        var thrown = await Assert.ThrowsAsync<ProvisioningException>(() => ProvideAsync(3));

        Assert.StartsWith("3 machines 'web' could not be had: 2 of 3 run after 01:00:00", thrown.Message, StringComparison.Ordinal);
        await _sandbox.Calls.VerifyCalledAsync("TerminateInstances", Times.Once);
        await _sandbox.VerifyAsync();
    }

    [Fact]
    public async Task A_machine_that_hangs_is_named_and_the_others_are_given_back()
    {
        await _sandbox.Faults.On("CreateInstances").First().Machine(2).HangsAt(Phase.Image).Required();

        var thrown = await Assert.ThrowsAsync<ProvisioningException>(() => ProvideAsync(3));

        // A case for the provider's support: nobody can give back what is being installed.
        _sandbox.Keeps(Assert.Single(thrown.LeftBehind));
        await _sandbox.VerifyAsync();
    }

    [Fact]
    public async Task A_rival_who_takes_the_last_machines_only_costs_time()
    {
        await _sandbox.Stock.SetFreeAsync(Zone, Type, 3);
        await _sandbox.Faults.Rival().TakesMachines(2).For(TimeSpan.FromMinutes(5)).Required();

        var machines = await ProvideAsync(3);

        var orders = (await _sandbox.Calls.ListAsync()).Where(call => call.Action == "CreateInstances").ToList();
        Assert.Equal(TimeSpan.FromMinutes(5), orders[^1].Inside - orders[0].Inside);
        await _sandbox.VerifyKeptAsync(machines);
    }

    [Fact]
    public async Task Giving_back_survives_lost_answers_too()
    {
        await _sandbox.Stock.SetFreeAsync(Zone, Type, 2);
        await _sandbox.Faults.On("TerminateInstances").First().LosesAnswer().Required();

        await Assert.ThrowsAsync<ProvisioningException>(() => ProvideAsync(3));

        await _sandbox.VerifyAsync();
    }

    private Task<IReadOnlyList<string>> ProvideAsync(int count) =>
        _sandbox.Clock.RunUntilAsync(() => new Provisioner(_sandbox.CreateClient(), _sandbox.TimeProvider).ProvideAsync(Web, count));
}
