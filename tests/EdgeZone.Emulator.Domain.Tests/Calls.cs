using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.UseCases.PrivateNetworks;
using EdgeZone.Emulator.Domain.UseCases.PublicIps;
using EdgeZone.Emulator.Domain.UseCases.PublicNetworks;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Domain.UseCases.Zones;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Tests;

/// <summary>The use cases as sentences: who, what, of what.</summary>
internal static class Calls
{
    public static Reservation CreateInstances(this EdgeCloud cloud, long appId, InstanceOrder order) => cloud.Execute(new CreateInstances(appId, order));

    public static Page<Instance> DescribeInstances(this EdgeCloud cloud, long appId, InstanceFilter filter, PageWindow window) =>
        cloud.Execute(new DescribeInstances(appId, filter, window));

    public static TerminationOutcome TerminateInstances(this EdgeCloud cloud, long appId, IReadOnlyList<InstanceId> ids) =>
        cloud.Execute(new TerminateInstances(appId, ids));

    public static void ModifyInstanceAttribute(this EdgeCloud cloud, long appId, InstanceChange change) =>
        cloud.Execute(new ModifyInstanceAttribute(appId, change));

    public static NetworkId CreatePrivateNetworkInstance(this EdgeCloud cloud, long appId, PrivateNetworkOrder order) =>
        cloud.Execute(new CreatePrivateNetworkInstance(appId, order));

    public static void ModifyPrivateNetworkInstance(this EdgeCloud cloud, long appId, NetworkId id, string name) =>
        cloud.Execute(new ModifyPrivateNetworkInstance(appId, id, name));

    public static void DeletePrivateNetworkInstance(this EdgeCloud cloud, long appId, NetworkId id) =>
        cloud.Execute(new DeletePrivateNetworkInstance(appId, id));

    public static Page<PrivateNetworkDescription> DescribePrivateNetworkInstances(this EdgeCloud cloud, long appId, NetworkFilter filter, PageWindow window) =>
        cloud.Execute(new DescribePrivateNetworkInstances(appId, filter, window));

    public static NetworkId CreatePublicNetworkInstance(this EdgeCloud cloud, long appId, PublicNetworkOrder order) =>
        cloud.Execute(new CreatePublicNetworkInstance(appId, order));

    public static void ModifyPublicNetworkInstance(this EdgeCloud cloud, long appId, NetworkId id, string name) =>
        cloud.Execute(new ModifyPublicNetworkInstance(appId, id, name));

    public static void DeletePublicNetworkInstance(this EdgeCloud cloud, long appId, NetworkId id) => cloud.Execute(new DeletePublicNetworkInstance(appId, id));

    public static Page<PublicNetworkDescription> DescribePublicNetworkInstances(this EdgeCloud cloud, long appId, NetworkFilter filter, PageWindow window) =>
        cloud.Execute(new DescribePublicNetworkInstances(appId, filter, window));

    public static IReadOnlyList<string> ApplyPublicIps(this EdgeCloud cloud, long appId, NetworkId networkId, long count, IpFamily family) =>
        cloud.Execute(new ApplyPublicIps(appId, networkId, count, family));

    public static void ReleasePublicIps(this EdgeCloud cloud, long appId, NetworkId networkId, IpFamily family, IReadOnlyList<string> ips) =>
        cloud.Execute(new ReleasePublicIps(appId, networkId, family, ips));

    public static Page<PublicIpDescription> DescribePublicIps(this EdgeCloud cloud, long appId, PublicIpFilter filter, PageWindow window) =>
        cloud.Execute(new DescribePublicIps(appId, filter, window));

    public static IReadOnlyList<Zone> DescribeZones(this EdgeCloud cloud, long appId, bool onlyOpenToAccount) =>
        cloud.Execute(new DescribeZones(appId, onlyOpenToAccount));

    public static Page<InstanceTypeOffer> DescribeInstanceTypes(this EdgeCloud cloud, long appId, ZoneCode? zone, PageWindow? window) =>
        cloud.Execute(new DescribeInstanceTypes(appId, zone, window));

    public static IReadOnlyList<ZoneSample> DescribeZoneData(
        this EdgeCloud cloud, long appId, ZoneCode zone, ZoneMetric metric, DateTimeOffset start, DateTimeOffset end) =>
        cloud.Execute(new DescribeZoneData(appId, zone, metric, start, end));

    public static void CreateEdgeNodeService(this EdgeCloud cloud, long appId, ZoneCode zone) => cloud.Execute(new CreateEdgeNodeService(appId, zone));

    /// <summary>No action shows where an account is billed; what is written down of the world does.</summary>
    public static IReadOnlyList<ZoneCode> BilledZones(this EdgeCloud cloud, long appId) =>
        cloud.Save().Accounts.Single(account => account.AppId == appId).BilledZones;

    public static StockState Stock(this EdgeCloud cloud, ZoneCode zone, string type) => cloud.Execute(new ReadStock(zone, type));

    public static StockState SetStock(this EdgeCloud cloud, ZoneCode zone, string type, int? free, uint? quota) =>
        cloud.Execute(new SetStock(zone, type, free, quota));

    public static ClockState Clock(this EdgeCloud cloud) => cloud.Execute(new ReadClock()).Clock;

    public static DateTimeOffset? NextDue(this EdgeCloud cloud) => cloud.Execute(new ReadClock()).NextDue;

    public static ClockState SetClock(this EdgeCloud cloud, ClockMode? mode, double? rate, TimeSpan? perDescribe = null) =>
        cloud.Execute(new SetClock(mode, rate, perDescribe)).Clock;

    public static AdvanceOutcome Advance(this EdgeCloud cloud, AdvanceTarget target) => cloud.Execute(new AdvanceClock(target));
}
