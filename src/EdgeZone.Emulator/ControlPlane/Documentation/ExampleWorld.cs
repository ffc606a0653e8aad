using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>
/// A world is deterministic: the same calls in a scratch copy tell which ids the default sandbox will give to the first instance and the
/// first networks.
/// </summary>
internal sealed class ExampleWorld : IExampleWorld
{
    private readonly WorldSeed _seed;

    public ExampleWorld(WorldSeed seed, SandboxRegistry sandboxes)
    {
        _seed = seed;
        var (zone, privateNetwork, publicNetwork) = ConnectedZone();
        (Zone, PrivateNetworkId, PublicNetworkId) = (zone.ToString(), privateNetwork.ToString(), publicNetwork.ToString());
        InstanceType = OfferedType(zone);

        var sandbox = sandboxes.CreateScratch(SandboxNames.Default);
        var (cloud, account) = (sandbox.Cloud, sandbox.HomeAccount);
        var order = new InstanceOrder(zone, InstanceType, privateNetwork, publicNetwork);
        InstanceId = Try(() => cloud.Execute(new UseCases.Instances.CreateInstances(account, order)).InstanceIds[0].ToString()) ?? "ins-00000000";
        (NewPrivateZone, NewPrivateNetworkId) = FirstZoneThatTakes(
            zone => cloud.Execute(new UseCases.PrivateNetworks.CreatePrivateNetworkInstance(
                account, new PrivateNetworkOrder(zone, "example", NewPrivateSubnet, NewPrivateMask))).ToString(),
            PrivateNetworkId);
        (StaticZone, StaticNetworkId) = FirstZoneThatTakes(
            zone => cloud.Execute(new UseCases.PublicNetworks.CreatePublicNetworkInstance(
                account, new PublicNetworkOrder(zone, "example", "BGP", RouteMode.Static, Bandwidth: 100))).ToString(),
            PublicNetworkId);
        var applied = new UseCases.PublicIps.ApplyPublicIps(account, new NetworkId(StaticNetworkId), 1, IpFamily.Ipv4);
        StaticIp = Try(() => cloud.Execute(applied)[0]) ?? "203.0.113.1";
    }

    public string Zone { get; }

    public string InstanceType { get; }

    public string PrivateNetworkId { get; }

    public string PublicNetworkId { get; }

    public string InstanceId { get; }

    public string NewPrivateZone { get; }

    public string NewPrivateSubnet => "10.1.0.0";

    public int NewPrivateMask => 24;

    public string NewPrivateNetworkId { get; }

    public string StaticZone { get; }

    public string StaticNetworkId { get; }

    public string StaticIp { get; }

    private (ZoneCode Zone, NetworkId PrivateNetworkId, NetworkId PublicNetworkId) ConnectedZone()
    {
        foreach (var network in _seed.PrivateNetworks)
        {
            if (_seed.PublicNetworks.FirstOrDefault(other => other.Order.Zone == network.Zone.ToString()) is { } other)
            {
                return (network.Zone, network.Id, other.Id);
            }
        }

        var zone = _seed.Accounts.OpenZones is [var first, ..] ? first : new ZoneCode("ap-guangzhou-1");
        return (zone, new NetworkId("net-private-001"), new NetworkId("net-public-001"));
    }

    private string OfferedType(ZoneCode zone)
    {
        foreach (var rack in _seed.Racks.Where(rack => rack.Zone == zone && rack.Machines > 0))
        {
            if (_seed.Accounts.InstanceQuotas.Any(quota => quota.Zone == zone && quota.InstanceType == rack.InstanceType))
            {
                return rack.InstanceType;
            }
        }

        return "BMS5.MEDIUM8";
    }

    // A zone holds one network of each kind, and an address can be applied for only where there is a quota of them.
    private (string Zone, string Id) FirstZoneThatTakes(Func<string, string> create, string otherwise)
    {
        foreach (var zone in _seed.Accounts.OpenZones.Where(zone => _seed.Accounts.AddressQuotas.Any(quota => quota.Zone == zone)))
        {
            if (Try(() => create(zone.ToString())) is { } id)
            {
                return (zone.ToString(), id);
            }
        }

        return (Zone, otherwise);
    }

    // A seed of somebody's own may have no room for an example; the document is made all the same.
    private static string? Try(Func<string> act)
    {
        try
        {
            return act();
        }
        catch (EdgeZoneException)
        {
            return null;
        }
    }
}
