using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>Turns the numbers of a step into a call, legal or not, and its result into text.</summary>
internal sealed class Walker(World world)
{
    public static readonly ZoneCode[] Zones = [World.Guangzhou1, World.Guangzhou2, World.Chengdu, World.Closed];
    public static readonly string[] Models = [World.Medium, World.Large, World.OutOfStock, "BMS9"];
    public static readonly long[] Accounts = [World.Alice, World.Bob, 1003];

    private readonly EdgeCloud _cloud = world.Cloud;

    /// <summary>Takes up the walk of another one in another world.</summary>
    public Walker(World world, Walker other)
        : this(world) => (InstanceIds, PrivateIds, PublicIds, Ips) = ([.. other.InstanceIds], [.. other.PrivateIds], [.. other.PublicIds], [.. other.Ips]);

    public List<InstanceId> InstanceIds { get; } = [new("ins-unknown0")];

    public List<NetworkId> PrivateIds { get; } = [World.PrivateNetwork];

    public List<NetworkId> PublicIds { get; } = [World.PublicNetwork];

    public List<string> Ips { get; } = ["203.0.113.10", "203.0.113.11", "2001:db8::10", "203.0.113.0", "x"];

    /// <summary>Takes the step.</summary>
    /// <returns>What came of it: ids, addresses, or the code of the refusal.</returns>
    public string Take(Step step)
    {
        try
        {
            return Do(step);
        }
        catch (EdgeZoneException refusal)
        {
            return refusal.Code;
        }
    }

    public static T Pick<T>(IReadOnlyList<T> list, int number) => list[number % list.Count];

    /// <summary>The last ones are likelier to still exist, so they are the ones to choose from.</summary>
    public static T PickRecent<T>(List<T> list, int number) => list[list.Count - 1 - (number % list.Count)];

    public InstanceOrder OrderOf(Step step)
    {
        var account = Pick(Accounts, step.A);
        var zone = Pick(Zones, step.B / 3);
        var own = step.C % 5 != 4;
        return new InstanceOrder(
            zone,
            Pick(Models, step.B % 3 == 2 ? step.C : 1 - (step.B % 3)),
            own ? OwnPrivate(account, zone) ?? new NetworkId("none") : PickRecent(PrivateIds, step.C),
            own ? OwnPublic(account, zone) ?? new NetworkId("none") : PickRecent(PublicIds, step.C),
            "web",
            Count: 1 + (step.C % 3),
            EnableIpv6: step.C % 4 == 3);
    }

    public PublicNetworkOrder PublicOrderOf(Step step) => new(Pick(Zones, step.B).ToString(), "public", "BGP", (RouteMode)(step.C % 3), null);

    public PrivateNetworkOrder PrivateOrderOf(Step step) => new(Pick(Zones, step.B).ToString(), "private", "10.0.0.0", step.C == 0 ? 30 : 28 - (step.C % 2));

    public IReadOnlyList<InstanceId> TerminatedBy(Step step) =>
        [.. Enumerable.Range(step.B, 1 + (step.C % 3)).Select(number => PickRecent(InstanceIds, number))];

    public IReadOnlyList<string> ReleasedBy(Step step) => [.. Enumerable.Range(step.C, 1 + (step.C % 2)).Select(number => PickRecent(Ips, number))];

    public InstanceChange ChangeBy(Step step)
    {
        var ip = PickRecent(Ips, step.C);
        return new InstanceChange(
            PickRecent(InstanceIds, step.B),
            step.A % 2 == 0 ? $"name{step.C}" : null,
            step.C % 3 == 0 ? null : ip,
            ip.Contains(':', StringComparison.Ordinal) ? IpFamily.Ipv6 : IpFamily.Ipv4);
    }

    private NetworkId? OwnPrivate(long account, ZoneCode zone) =>
        _cloud.DescribePrivateNetworkInstances(account, new NetworkFilter(Zone: zone.ToString()), World.All).Items.SingleOrDefault()?.Id;

    private NetworkId? OwnPublic(long account, ZoneCode zone) =>
        _cloud.DescribePublicNetworkInstances(account, new NetworkFilter(Zone: zone.ToString()), World.All).Items.SingleOrDefault()?.Id;

    private string Do(Step step)
    {
        var account = Pick(Accounts, step.A);
        switch (step.Call)
        {
            case Call.CreateInstances:
                var reservation = _cloud.CreateInstances(account, OrderOf(step));
                InstanceIds.AddRange(reservation.InstanceIds);
                return $"{string.Join(",", reservation.InstanceIds)} failed {reservation.FailedCount}";
            case Call.TerminateInstances:
                var outcome = _cloud.TerminateInstances(account, TerminatedBy(step));
                return $"{string.Join(",", outcome.Accepted)} failed "
                    + $"{string.Join(",", outcome.Failed.Select(failure => $"{failure.InstanceId} {failure.ErrorCode}"))}";
            case Call.Pass:
                world.Pass(step.A / 2.0);
                return "ok";
            case Call.Advance:
                var target = (step.A % 4) switch
                {
                    0 => AdvanceTarget.UntilIdle,
                    1 => AdvanceTarget.UntilNextEvent,
                    _ => AdvanceTarget.By(TimeSpan.FromSeconds(step.B / 4.0)),
                };
                return string.Join("; ", _cloud.Advance(target).Events);
            case Call.ApplyPublicIps:
                var ips = _cloud.ApplyPublicIps(account, PickRecent(PublicIds, step.B), 1 + (step.C / 3), step.C % 3 == 2 ? IpFamily.Ipv6 : IpFamily.Ipv4);
                Ips.AddRange(ips);
                return string.Join(",", ips);
            case Call.ReleasePublicIps:
                var released = ReleasedBy(step);
                _cloud.ReleasePublicIps(
                    account, PickRecent(PublicIds, step.B), released[0].Contains(':', StringComparison.Ordinal) ? IpFamily.Ipv6 : IpFamily.Ipv4, released);
                return "ok";
            case Call.ModifyInstance:
                _cloud.ModifyInstanceAttribute(account, ChangeBy(step));
                return "ok";
            case Call.CreatePublicNetwork:
                PublicIds.Add(_cloud.CreatePublicNetworkInstance(account, PublicOrderOf(step)));
                return $"{PublicIds[^1]}";
            case Call.CreatePrivateNetwork:
                PrivateIds.Add(_cloud.CreatePrivateNetworkInstance(account, PrivateOrderOf(step)));
                return $"{PrivateIds[^1]}";
            case Call.DeletePublicNetwork:
                _cloud.DeletePublicNetworkInstance(account, PickRecent(PublicIds, step.B));
                return "ok";
            case Call.DeletePrivateNetwork:
                _cloud.DeletePrivateNetworkInstance(account, PickRecent(PrivateIds, step.B));
                return "ok";
            case Call.ModifyPublicNetwork:
                _cloud.ModifyPublicNetworkInstance(account, PickRecent(PublicIds, step.B), $"name{step.C}");
                return "ok";
            case Call.ModifyPrivateNetwork:
                _cloud.ModifyPrivateNetworkInstance(account, PickRecent(PrivateIds, step.B), $"name{step.C}");
                return "ok";
            case Call.CreateEdgeNodeService:
                _cloud.CreateEdgeNodeService(account, Pick(Zones, step.B));
                return "ok";
            case Call.SetStock:
                return _cloud.SetStock(Pick(Zones, step.B), Pick(Models[..3], step.C), step.A % 5, null).ToString();
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }
}
