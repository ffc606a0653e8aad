using EdgeZone.Emulator.Domain.Chance;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of all zones, by zone and model.</summary>
internal sealed class MachineInventory(IdSequence ids)
{
    private readonly Dictionary<(string Zone, string InstanceType), MachineStock> _stocks = [];

    /// <summary>Sets the machines of racks up.</summary>
    /// <exception cref="ArgumentException">Two racks for one model and zone, or a negative number of machines.</exception>
    public void Stock(IEnumerable<Rack> racks)
    {
        foreach (var rack in racks)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rack.Machines, nameof(racks));
            _stocks.Add((rack.Zone, rack.InstanceType), new MachineStock(rack.Machines, ids.Next));
        }
    }

    /// <summary>All machines, by zone and model.</summary>
    public IEnumerable<(string Zone, string InstanceType, MachineStock Stock)> All => _stocks
        .OrderBy(pair => pair.Key.Zone, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.InstanceType, StringComparer.Ordinal)
        .Select(pair => (pair.Key.Zone, pair.Key.InstanceType, pair.Value));

    /// <summary>How many machines have an id.</summary>
    public long Named => ids.Count;

    /// <summary>Puts machines in the place of those of a model in a zone.</summary>
    public void Set(string zone, string instanceType, int neverBound, IEnumerable<string> returned) =>
        _stocks[(zone, instanceType)] = new MachineStock(neverBound, ids.Next, returned);

    /// <summary>The machines of a model in a zone; none yet when no rack was set up.</summary>
    public MachineStock Of(string zone, string instanceType)
    {
        if (_stocks.TryGetValue((zone, instanceType), out var stock))
        {
            return stock;
        }

        return _stocks[(zone, instanceType)] = new MachineStock(0, ids.Next);
    }
}
