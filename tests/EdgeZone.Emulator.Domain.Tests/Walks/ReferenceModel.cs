using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>The small sandbox of the tests once more, as plainly as it can be written: lists, searched from the beginning each time.</summary>
internal sealed partial class ReferenceModel
{
    private readonly List<ModelInstance> _instances = [];
    private readonly List<ModelNetwork> _privates = [];
    private readonly List<ModelNetwork> _publics = [];
    private readonly List<(DateTimeOffset Due, int Order, string Kind, ModelInstance Instance)> _pending = [];
    private readonly HashSet<(long AppId, ZoneCode Zone)> _billed = [];
    private readonly Dictionary<(ZoneCode Zone, string Type), int> _free = new()
    {
        [(World.Guangzhou1, World.Medium)] = 6,
        [(World.Guangzhou1, World.Large)] = 3,
        [(World.Guangzhou2, World.Large)] = 2,
        [(World.Closed, World.Large)] = 2,
    };

    private int _order;
    private int _privateCount = 1;

    public ReferenceModel()
    {
        _privates.Add(new ModelNetwork { Id = World.PrivateNetwork, AppId = World.Alice, Zone = World.Guangzhou1, Name = "private", Mask = 24 });
        var network = new ModelNetwork { Id = World.PublicNetwork, AppId = World.Alice, Zone = World.Guangzhou1, Name = "public" };
        foreach (var ip in new[] { "203.0.113.10", "203.0.113.11", "203.0.113.12", "203.0.113.13", "2001:db8::10" })
        {
            network.Ips[ip] = InstanceId.None;
        }

        _publics.Add(network);
    }

    public bool IsBilled(long appId, ZoneCode zone) => _billed.Contains((appId, zone));

    /// <summary>Does what is due by then, in order.</summary>
    public void PlayUntil(DateTimeOffset now)
    {
        while (_pending.Where(item => item.Due <= now).OrderBy(item => item.Due).ThenBy(item => item.Order).Take(1).ToList() is [var next])
        {
            _pending.Remove(next);
            if (next.Kind == "wipe")
            {
                _instances.Remove(next.Instance);
                ChangeFree(next.Instance.Zone, next.Instance.Type, 1);
            }
            else if (next.Kind == "install")
            {
                next.Instance.Status = "running";
            }
            else if (TryAssign(next.Instance))
            {
                Schedule(next.Due.AddSeconds(2), "install", next.Instance);
            }
            else
            {
                next.Instance.Status = "error";
            }
        }
    }

    /// <summary>All there is, in the form of <see cref="Describe"/>.</summary>
    public override string ToString() => string.Join('\n', [
        .. _instances.Select(instance => instance.ToString()).Order(StringComparer.Ordinal),
        .. _privates.Select(network => $"{network.Id} {network.AppId} {network.Zone} {network.Name} {network.Mask} {ServersOf(network)}")
            .Order(StringComparer.Ordinal),
        .. _publics.Select(network => $"{network.Id} {network.AppId} {network.Zone} {network.Name} {network.Mode} {ServersOf(network)}")
            .Order(StringComparer.Ordinal),
        .. _publics.SelectMany(network => network.Ips.Select(ip => $"{network.Id} {ip.Key} {ip.Value}")).Order(StringComparer.Ordinal),
        .. _free.Where(stock => stock.Value > 0).Select(stock => $"{stock.Key.Zone} {stock.Key.Type} {stock.Value}").Order(StringComparer.Ordinal),
    ]);

    /// <summary>What a sandbox shows, in the form of the model.</summary>
    public static string Describe(Snapshot now) => string.Join('\n', [
        .. now.Instances.Select(instance =>
            $"{instance.InstanceId} {instance.AppId} {instance.Zone} {instance.InstanceType} {instance.Status.Word()} {instance.Name} "
                + $"{instance.PrivateNetworkId} {instance.PublicNetworkId} {instance.PrivateIp} {instance.PublicIp} "
                + $"{instance.PrivateIpv6} {instance.PublicIpv6}")
            .Order(StringComparer.Ordinal),
        .. now.Privates.Select(row => $"{row.Network.Id} {row.AppId} {row.Network.Zone} {row.Network.Name} {row.Network.Mask} {row.Network.ServerCount}")
            .Order(StringComparer.Ordinal),
        .. now.Publics.Select(row => $"{row.Network.Id} {row.AppId} {row.Network.Zone} {row.Network.Name} {row.Network.RouteMode} {row.Network.ServerCount}")
            .Order(StringComparer.Ordinal),
        .. now.Ips.Where(ip => !ip.Ip.Contains('/', StringComparison.Ordinal))
            .Select(ip => $"{ip.NetworkId} {ip.Ip} {ip.InstanceId}")
            .Order(StringComparer.Ordinal),
        .. now.Stocks.Where(stock => stock.Free > 0).Select(stock => $"{stock.Zone} {stock.InstanceType} {stock.Free}").Order(StringComparer.Ordinal),
    ]);

    private static bool IsIpv6(string ip) => ip.Contains(':', StringComparison.Ordinal);

    private static UInt128 NumberOf(string ip) =>
        IpNotation.TryParse(ip, IsIpv6(ip) ? IpFamily.Ipv6 : IpFamily.Ipv4, out var number) ? number : throw new FormatException(ip);

    private int FreeOf(ZoneCode zone, string type) => _free.GetValueOrDefault((zone, type));

    private void ChangeFree(ZoneCode zone, string type, int by) => _free[(zone, type)] = FreeOf(zone, type) + by;

    private int ServersOf(ModelNetwork network) => _instances.Count(instance => instance.Private == network.Id || instance.Public == network.Id);

    private void Schedule(DateTimeOffset due, string kind, ModelInstance instance) => _pending.Add((due, _order++, kind, instance));

    private bool TryAssign(ModelInstance instance)
    {
        var privateNetwork = _privates.Single(network => network.Id == instance.Private);
        var publicNetwork = _publics.Single(network => network.Id == instance.Public);
        string PrivateIpv6(int host) =>
            $"fd00:{(privateNetwork.Number > 0 ? $"0:0:{privateNetwork.Number:x}" : "")}::{host:x}".Replace(":::", "::", StringComparison.Ordinal);

        return Give(instance, "private4", FirstUnused("private4", 1, (1 << (32 - privateNetwork.Mask)) - 2, host => $"10.0.0.{host}", privateNetwork.Id))
            && Give(instance, "public4", PublicFor(publicNetwork, instance, "public4"))
            && (!instance.WantsIpv6
                || (Give(instance, "private6", FirstUnused("private6", 1, 1000, PrivateIpv6, privateNetwork.Id))
                    && Give(instance, "public6", PublicFor(publicNetwork, instance, "public6"))));
    }

    private static bool Give(ModelInstance instance, string kind, string? address)
    {
        instance.Addresses[kind] = address ?? "";
        return address is not null;
    }

    private string? PublicFor(ModelNetwork network, ModelInstance instance, string kind)
    {
        var wantsIpv6 = kind == "public6";
        if (network.Mode != RouteMode.Static)
        {
            return wantsIpv6
                ? FirstUnused(
                    kind,
                    2,
                    1000,
                    host => $"2001:db8:0:1:{(network.Number > 0 ? $"{network.Number:x}" : "")}::{host:x}".Replace(":::", "::", StringComparison.Ordinal),
                    network.Id)
                : FirstUnused(kind, 2, 62, host => $"198.19.0.{(64 * network.Number) + host}", network.Id);
        }

        var ip = network.Ips.Where(pair => pair.Value == InstanceId.None && IsIpv6(pair.Key) == wantsIpv6)
            .Select(pair => pair.Key)
            .OrderBy(NumberOf)
            .FirstOrDefault();
        if (ip is not null)
        {
            network.Ips[ip] = instance.Id;
        }

        return ip;
    }

    private string? FirstUnused(string kind, int first, int last, Func<int, string> text, NetworkId networkId) => Enumerable.Range(first, last - first + 1)
        .Select(text)
        .FirstOrDefault(candidate => !_instances.Any(other => (other.Private == networkId || other.Public == networkId) && other.Addresses[kind] == candidate));
}
