namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Hands out the lowest free address of a block. Costs memory only for addresses that were handed out, never for the block.</summary>
internal sealed class AddressPool(UInt128 first, UInt128 last)
{
    private readonly UInt128 _first = first;

    // Everything from here on is free but for what was taken by name; everything before is taken but for what came back.
    private UInt128 _next = first;
    private readonly SortedSet<UInt128> _returned = [];
    private readonly HashSet<UInt128> _takenAhead = [];

    /// <summary>How many addresses are free.</summary>
    public UInt128 Available => last + 1 - _next - (UInt128)_takenAhead.Count + (UInt128)_returned.Count;

    /// <summary>Whether the address belongs to the block, free or not.</summary>
    public bool Contains(UInt128 address) => address >= _first && address <= last;

    /// <summary>Whether the address belongs to the block and is free.</summary>
    public bool IsFree(UInt128 address) =>
        Contains(address) && (address >= _next ? !_takenAhead.Contains(address) : _returned.Contains(address));

    /// <summary>Takes the lowest free address.</summary>
    public bool TryTakeLowest(out UInt128 address)
    {
        if (_returned.Count > 0)
        {
            address = _returned.Min;
            return _returned.Remove(address);
        }

        while (_takenAhead.Remove(_next))
        {
            _next++;
        }

        address = _next;
        if (_next > last)
        {
            return false;
        }

        _next++;
        return true;
    }

    /// <summary>Takes a particular address, which has to be free.</summary>
    public void Take(UInt128 address)
    {
        if (address >= _next)
        {
            _takenAhead.Add(address);
        }
        else
        {
            _returned.Remove(address);
        }
    }

    /// <summary>Gives an address back.</summary>
    public void Release(UInt128 address)
    {
        if (_takenAhead.Remove(address))
        {
            return;
        }

        _returned.Add(address);

        // A block that emptied from the top needs no list of what came back.
        while (_returned.Count > 0 && _returned.Max == _next - 1)
        {
            _returned.Remove(--_next);
        }
    }
}
