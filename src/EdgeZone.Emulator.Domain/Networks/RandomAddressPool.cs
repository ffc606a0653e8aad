using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Draws addresses at random from a block that accounts share, as ApplyPublicIps does.</summary>
internal sealed class RandomAddressPool(Subnet block, SeededGenerator chance)
{
    private const int Draws = 64;
    private SortedRows<Membership> _taken = new();

    // Never handed out: the address of the block, the first host (its gateway) and, in IPv4, the broadcast address.
    private readonly UInt128 _first = block.Network + 2;
    private readonly UInt128 _last = block.Family == IpFamily.Ipv4 ? block.Last - 1 : block.Last;

    /// <summary>How many addresses can be drawn.</summary>
    public UInt128 Available => Size - (UInt128)_taken.Count;

    private UInt128 Size => _last >= _first ? _last - _first + 1 : 0;

    /// <summary>Draws a free address.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public UInt128 Draw()
    {
        if (Available == 0)
        {
            throw new InvalidOperationException($"All addresses of {block} are taken.");
        }

        // Even among free addresses while most are free; in a nearly full block the next free one after the last draw.
        var address = _first;
        for (var i = 0; i < Draws; i++)
        {
            address = _first + chance.Below(Size);
            if (_taken.TryAdd(address, default))
            {
                return address;
            }
        }

        do
        {
            address = address == _last ? _first : address + 1;
        }
        while (!_taken.TryAdd(address, default));
        return address;
    }

    /// <summary>Takes a particular address.</summary>
    /// <returns>False when it is taken or never handed out.</returns>
    public bool TryTake(UInt128 address) => address >= _first && address <= _last && _taken.TryAdd(address, default);

    /// <summary>Takes the lowest free addresses, as many as there are.</summary>
    public IReadOnlyList<UInt128> TakeLowest(int most)
    {
        List<UInt128> addresses = [];
        for (var address = _first; address <= _last && addresses.Count < most; address++)
        {
            if (TryTake(address))
            {
                addresses.Add(address);
            }
        }

        return addresses;
    }

    /// <summary>A pool of its own of which the same is taken, drawn from another stream of chance.</summary>
    public RandomAddressPool Copy(SeededGenerator ownChance) => new(block, ownChance) { _taken = _taken.Copy() };

    /// <summary>Gives an address back.</summary>
    public void Release(UInt128 address) => _taken.Remove(address);
}
