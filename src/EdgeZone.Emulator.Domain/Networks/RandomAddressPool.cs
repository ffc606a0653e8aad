using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Draws addresses at random from a block that accounts share, as ApplyPublicIps does.</summary>
internal sealed class RandomAddressPool(Subnet block, SeededGenerator chance)
{
    private const int Draws = 64;
    private readonly HashSet<UInt128> _taken = [];

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
            if (_taken.Add(address))
            {
                return address;
            }
        }

        do
        {
            address = address == _last ? _first : address + 1;
        }
        while (!_taken.Add(address));
        return address;
    }

    /// <summary>Takes a particular address.</summary>
    /// <returns>False when it is taken or never handed out.</returns>
    public bool TryTake(UInt128 address) => address >= _first && address <= _last && _taken.Add(address);

    /// <summary>Gives an address back.</summary>
    public void Release(UInt128 address) => _taken.Remove(address);
}
