using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>
/// What an example has to name so that it works as it stands. A world is deterministic, so the same calls in a scratch copy tell which ids the
/// default sandbox will give to the first instance and the first networks.
/// </summary>
internal sealed class ExampleWorld
{
    public const string PrivateSubnet = "10.1.0.0";
    public const int PrivateMask = 24;

    private readonly WorldSeed _seed;

    public ExampleWorld(WorldSeed seed, SandboxRegistry sandboxes)
    {
        _seed = seed;
        var (zone, privateNetwork, publicNetwork) = ConnectedZone();
        (Zone, PrivateNetworkId, PublicNetworkId) = (zone, privateNetwork, publicNetwork);
        InstanceType = OfferedType(zone);

        var sandbox = sandboxes.CreateScratch(SandboxNames.Default);
        var (cloud, account) = (sandbox.Cloud, sandbox.HomeAccount);
        InstanceId = Try(() => cloud.Execute(
                new UseCases.Instances.CreateInstances(account, new InstanceOrder(Zone, InstanceType, PrivateNetworkId, PublicNetworkId))).InstanceIds[0])
            ?? "ins-00000000";
        (PrivateZone, NewPrivateNetworkId) = FirstZoneThatTakes(
            zone => cloud.Execute(new UseCases.PrivateNetworks.CreatePrivateNetworkInstance(
                account, new PrivateNetworkOrder(zone, "example", PrivateSubnet, PrivateMask))),
            PrivateNetworkId);
        (StaticZone, StaticNetworkId) = FirstZoneThatTakes(
            zone => cloud.Execute(new UseCases.PublicNetworks.CreatePublicNetworkInstance(
                account, new PublicNetworkOrder(zone, "example", "BGP", RouteMode.Static, Bandwidth: 100))),
            PublicNetworkId);
        StaticIp = Try(() => cloud.Execute(new UseCases.PublicIps.ApplyPublicIps(account, StaticNetworkId, 1, IpFamily.Ipv4))[0]) ?? "203.0.113.1";
    }

    /// <summary>A zone with a private and a public network of the seed, a machine, and quota for it.</summary>
    public string Zone { get; }

    public string InstanceType { get; }

    public string PrivateNetworkId { get; }

    public string PublicNetworkId { get; }

    /// <summary>The first instance.</summary>
    public string InstanceId { get; }

    /// <summary>A zone that still lacks a private network.</summary>
    public string PrivateZone { get; }

    /// <summary>The first private network besides those of the seed.</summary>
    public string NewPrivateNetworkId { get; }

    /// <summary>A zone that still lacks a public network.</summary>
    public string StaticZone { get; }

    /// <summary>The first public network besides those of the seed.</summary>
    public string StaticNetworkId { get; }

    /// <summary>The first address applied for in it.</summary>
    public string StaticIp { get; }

    private (string Zone, string PrivateNetworkId, string PublicNetworkId) ConnectedZone()
    {
        foreach (var network in _seed.PrivateNetworks)
        {
            if (_seed.PublicNetworks.FirstOrDefault(other => other.Order.Zone == network.Zone) is { } other)
            {
                return (network.Zone, network.Id, other.Id);
            }
        }

        return (_seed.Accounts.OpenZones is [var first, ..] ? first : "ap-guangzhou-1", "net-private-001", "net-public-001");
    }

    private string OfferedType(string zone)
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
            if (Try(() => create(zone)) is { } id)
            {
                return (zone, id);
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
