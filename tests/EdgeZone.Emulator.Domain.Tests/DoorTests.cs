using System.Collections.Concurrent;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.UseCases.PrivateNetworks;

namespace EdgeZone.Emulator.Domain.Tests;

/// <summary>The one door of a sandbox: what goes through it is numbered, tells what it did, and can be repeated.</summary>
public class DoorTests
{
    private readonly World _world = new();

    [Fact]
    public void Whoever_acts_has_a_number_and_whoever_looks_has_none()
    {
        Assert.Equal(1, _world.Cloud.Perform(new CreateInstances(World.Alice, World.Order())).Number);
        Assert.Equal(0, _world.Cloud.Perform(new ReadClock()).Number);
        Assert.Equal(2, _world.Cloud.Perform(new DeletePrivateNetworkInstance(World.Alice, new NetworkId("none"))).Number);
        Assert.Equal(3, _world.Cloud.TakeNumber());
        Assert.Equal(4, _world.Cloud.Perform(new DescribeInstances(World.Alice, new InstanceFilter(), World.All)).Number);
    }

    [Fact]
    public void An_act_tells_what_it_did_and_what_was_due_before_it()
    {
        var created = _world.Cloud.Perform(new CreateInstances(World.Alice, World.Order()));
        _world.Pass(1);
        var terminated = _world.Cloud.Perform(new TerminateInstances(World.Alice, created.Result.InstanceIds));
        _world.Pass(2);
        var seen = _world.Cloud.Perform(new TerminateInstances(World.Alice, created.Result.InstanceIds));

        Assert.Equal(
            [
                (EventKind.BillingStarted, 1, null, "on"),
                (EventKind.QuotaTaken, 1, "0", "1"),
                (EventKind.MachinesReserved, 1, "6", "5"),
                (EventKind.ImageChosen, 1, null, "7.9.2009"),
                (EventKind.InstanceCreated, 1, null, "allocating"),
            ],
            created.Events.Select(happened => (happened.Kind, happened.Cause, happened.Before, happened.After)));
        Assert.True(created.HasChanged);
        Assert.Equal(World.Start, created.At);
        Assert.Equal(ErrorCodes.InvalidInstanceState, Assert.IsType<EdgeZoneException>(terminated.Refusal).Code);
        Assert.Equal([(EventKind.AddressesAssigned, 0)], terminated.Events.Select(happened => (happened.Kind, happened.Cause)));
        Assert.False(terminated.HasChanged);
        Assert.Equal(
            [(EventKind.SystemInstalled, 0, "allocating", "running"), (EventKind.InstanceTerminated, 3, "running", "terminating")],
            seen.Events.Select(happened => (happened.Kind, happened.Cause, happened.Before, happened.After)));
    }

    [Fact]
    public void The_numbers_are_the_order_of_effects()
    {
        var performed = new ConcurrentBag<(CreateInstances Call, Executed<Reservation> Executed)>();
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 64 }, i =>
        {
            var call = new CreateInstances(i % 2 == 0 ? World.Alice : World.Bob, World.Order(i % 3 == 0 ? World.Large : World.Medium, 1 + (i % 2)));
            performed.Add((call, _world.Cloud.Perform(call)));
        });

        var twin = new World();
        foreach (var (call, executed) in performed.OrderBy(one => one.Executed.Number))
        {
            var repeated = twin.Cloud.Perform(call, executed.Number);
            Assert.Equal(Text(executed), Text(repeated));
        }

        Assert.Equal(Enumerable.Range(1, 64).Select(number => (long)number), performed.Select(one => one.Executed.Number).Order());
    }

    private static string Text(Executed<Reservation> executed) => executed.Refusal is { } refusal
        ? refusal.Message
        : $"{string.Join(",", executed.Result.InstanceIds)} {executed.Result.FailedCount} {string.Join(";", executed.Events)}";
}
