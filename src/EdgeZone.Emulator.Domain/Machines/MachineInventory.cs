using EdgeZone.Emulator.Domain.Chance;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of all zones, by zone and model.</summary>
internal sealed class MachineInventory
{
    private readonly Dictionary<(string Zone, string InstanceType), MachineStock> _stocks = [];
    private readonly IdSequence _ids;

    /// <summary>Sets the machines up.</summary>
    /// <exception cref="ArgumentException">Two racks for one model and zone, or a negative number of machines.</exception>
    public MachineInventory(IEnumerable<Rack> racks, IdSequence ids)
    {
        _ids = ids;
        foreach (var rack in racks)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rack.Machines, nameof(racks));
            _stocks.Add((rack.Zone, rack.InstanceType), new MachineStock(rack.Machines, ids.Next));
        }
    }

    /// <summary>The machines of a model in a zone; none yet when no rack was set up.</summary>
    public MachineStock Of(string zone, string instanceType)
    {
        if (_stocks.TryGetValue((zone, instanceType), out var stock))
        {
            return stock;
        }

        return _stocks[(zone, instanceType)] = new MachineStock(0, _ids.Next);
    }
}
