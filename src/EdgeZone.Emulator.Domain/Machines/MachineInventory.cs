using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of all zones, by zone and model.</summary>
internal sealed class MachineInventory(IdSequence ids)
{
    private readonly Dictionary<(ZoneCode Zone, string InstanceType), MachineStock> _stocks = [];

    /// <summary>Sets the machines of racks up.</summary>
    /// <exception cref="ArgumentException">There are more machines of a model in a zone than allowed.</exception>
    public void Stock(IEnumerable<Rack> racks, int most)
    {
        foreach (var rack in racks)
        {
            if (rack.Machines > most)
            {
                throw new ArgumentException($"{rack.Machines} machines of {rack.InstanceType} in {rack.Zone} are more than the {most} allowed.", nameof(racks));
            }

            _stocks.Add((rack.Zone, rack.InstanceType), new MachineStock(rack.Machines, ids));
        }
    }

    /// <summary>All machines, by zone and model.</summary>
    public IEnumerable<(ZoneCode Zone, string InstanceType, MachineStock Stock)> All => _stocks
        .OrderBy(pair => pair.Key.Zone.ToString(), StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.InstanceType, StringComparer.Ordinal)
        .Select(pair => (pair.Key.Zone, pair.Key.InstanceType, pair.Value));

    /// <summary>How many machines have an id.</summary>
    public long Named => ids.Count;

    /// <summary>The id of the machine of that number.</summary>
    public string IdOf(long number) => ids.IdOf(number);

    /// <summary>The number of the machine of that id; -1 when no machine has it.</summary>
    public long NumberOf(string id) => ids.NumberOf(id) is var number && number < ids.Count ? number : -1;

    /// <summary>An inventory of its own with the same machines.</summary>
    public MachineInventory Copy(IdSequence ownIds)
    {
        var copy = new MachineInventory(ownIds);
        foreach (var (place, stock) in _stocks)
        {
            copy._stocks.Add(place, stock.Copy(ownIds));
        }

        return copy;
    }

    /// <summary>Puts machines in the place of those of a model in a zone.</summary>
    public void Set(ZoneCode zone, string instanceType, int neverBound, IEnumerable<long> returned) =>
        _stocks[(zone, instanceType)] = new MachineStock(neverBound, ids, returned);

    /// <summary>The machines of a model in a zone; none yet when no rack was set up.</summary>
    public MachineStock Of(ZoneCode zone, string instanceType)
    {
        if (_stocks.TryGetValue((zone, instanceType), out var stock))
        {
            return stock;
        }

        return _stocks[(zone, instanceType)] = new MachineStock(0, ids);
    }
}
