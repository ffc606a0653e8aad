using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What somebody else has taken, and gives back when it is due.</summary>
internal sealed class Rivals(MachineInventory machines, IReadOnlyDictionary<ZoneCode, ZoneAddresses> addresses, EventLog events)
{
    // In the order in which they give back; those who never do come last.
    private readonly List<Rival> _rivals = [];

    /// <summary>All of them, in the order in which they give back.</summary>
    public IReadOnlyList<Rival> All => _rivals;

    /// <summary>When the next of them gives back; null when none does.</summary>
    public DateTimeOffset? NextDue => _rivals.Count == 0 ? null : _rivals[0].Due;

    /// <summary>Takes as much as there is.</summary>
    /// <param name="wanted">How much.</param>
    /// <param name="zone">Of which zone.</param>
    /// <param name="instanceType">Machines of which model; null for none.</param>
    /// <param name="rule">The id of the rule that said so.</param>
    /// <param name="now">The sandbox's time.</param>
    public void Take(RivalFault wanted, ZoneCode zone, string? instanceType, string rule, DateTimeOffset now)
    {
        var stock = instanceType is null ? null : machines.Of(zone, instanceType);
        var (neverBound, returned) = stock?.PutAside(wanted.Machines) ?? (0, []);
        var ips = addresses.GetValueOrDefault(zone)?.StaticPool(IpFamily.Ipv4)?.TakeLowest(wanted.Addresses) ?? [];
        var (taken, due) = (neverBound + returned.Count, wanted.For is { } span ? Time.Moments.Plus(now, span) : (DateTimeOffset?)null);
        events.Add(
            EventKind.RivalTook, now, zone.ToString(), before: null, $"{taken} machines, {ips.Count} addresses", $"{instanceType} by {rule}".Trim());
        if (taken + ips.Count > 0)
        {
            Add(new Rival(zone, instanceType ?? "", neverBound, returned, ips, due, rule));
        }
    }

    /// <summary>Adds one who has taken all that already.</summary>
    public void Add(Rival rival)
    {
        var place = _rivals.FindIndex(other => other.Due is not { } later || later > rival.Due);
        _rivals.Insert(rival.Due is null || place < 0 ? _rivals.Count : place, rival);
    }

    /// <summary>The next one gives back.</summary>
    public void GiveBack()
    {
        var rival = _rivals[0];
        _rivals.RemoveAt(0);
        if (rival.Machines > 0)
        {
            machines.Of(rival.Zone, rival.InstanceType).TakeBack(rival.NeverBound, rival.Returned);
        }

        foreach (var address in rival.Addresses)
        {
            addresses[rival.Zone].StaticPool(IpFamily.Ipv4)!.Release(address);
        }

        events.Add(
            EventKind.RivalGaveBack,
            rival.Due!.Value,
            rival.Zone.ToString(),
            $"{rival.Machines} machines, {rival.Addresses.Count} addresses",
            after: null,
            $"{rival.InstanceType} by {rival.Rule}".Trim());
    }

    /// <summary>The same ones over machines and addresses of their own.</summary>
    public Rivals Copy(MachineInventory ownMachines, IReadOnlyDictionary<ZoneCode, ZoneAddresses> ownAddresses, EventLog ownEvents)
    {
        var copy = new Rivals(ownMachines, ownAddresses, ownEvents);
        copy._rivals.AddRange(_rivals);
        return copy;
    }
}

/// <summary>Somebody else and what they have.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="InstanceType">The model of the machines; empty when there are none.</param>
/// <param name="NeverBound">How many of the machines never belonged to an instance.</param>
/// <param name="Returned">The numbers of the other machines.</param>
/// <param name="Addresses">The addresses.</param>
/// <param name="Due">When it is all given back, UTC; null for never.</param>
/// <param name="Rule">The id of the rule that said so.</param>
internal sealed record Rival(
    ZoneCode Zone, string InstanceType, int NeverBound, IReadOnlyList<long> Returned, IReadOnlyList<UInt128> Addresses, DateTimeOffset? Due, string Rule)
{
    /// <summary>How many machines they have.</summary>
    public int Machines => NeverBound + Returned.Count;
}
