using System.Text;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>Everything a sandbox shows, of all accounts of a walk.</summary>
internal sealed class Snapshot
{
    public Snapshot(EdgeCloud cloud)
    {
        foreach (var account in Walker.Accounts)
        {
            Instances.AddRange(cloud.DescribeInstances(account, new InstanceFilter(), World.All).Items);
            Privates.AddRange(cloud.DescribePrivateNetworkInstances(account, new NetworkFilter(), World.All).Items.Select(network => (account, network)));
            Publics.AddRange(cloud.DescribePublicNetworkInstances(account, new NetworkFilter(), World.All).Items.Select(network => (account, network)));
            Ips.AddRange(cloud.DescribePublicIps(account, new PublicIpFilter(), World.All).Items);
        }

        Stocks = [.. Walker.Zones.SelectMany(zone => Walker.Models[..3].Select(model => cloud.Stock(zone, model)))];
    }

    public List<Instance> Instances { get; } = [];

    public List<(long AppId, PrivateNetworkDescription Network)> Privates { get; } = [];

    public List<(long AppId, PublicNetworkDescription Network)> Publics { get; } = [];

    public List<PublicIpDescription> Ips { get; } = [];

    public List<StockState> Stocks { get; }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Instances.Cast<object>().Concat(Privates.Cast<object>()).Concat(Publics.Cast<object>()).Concat(Ips).Concat(Stocks))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
