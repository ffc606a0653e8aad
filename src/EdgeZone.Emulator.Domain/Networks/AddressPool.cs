using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Hands out the lowest free address of a block. Costs memory only for addresses that were handed out, never for the block.</summary>
internal sealed class AddressPool
{
    private readonly UInt128 _first;
    private readonly UInt128 _last;

    // Everything from here on is free but for what was taken by name; everything before is taken but for what came back.
    private int _next;
    private NumberSet _returned = new();
    private HashSet<UInt128> _takenAhead = [];

    /// <summary>A pool of which everything is free.</summary>
    public AddressPool(UInt128 first, UInt128 last) => (_first, _last) = (first, last);

    /// <summary>A pool of its own of which the same is free.</summary>
    public AddressPool Copy() => new(_first, _last) { _next = _next, _returned = _returned.Copy(), _takenAhead = [.. _takenAhead] };

    /// <summary>How many addresses are free.</summary>
    public UInt128 Available => Size - (UInt128)_next - (UInt128)_takenAhead.Count + (UInt128)_returned.Count;

    /// <summary>How many addresses there are.</summary>
    public UInt128 Size => _last >= _first ? _last - _first + 1 : 0;

    private UInt128 Next => _first + (UInt128)_next;

    /// <summary>Whether the address belongs to the block, free or not.</summary>
    public bool Contains(UInt128 address) => address >= _first && address <= _last;

    /// <summary>Whether the address belongs to the block and is free.</summary>
    public bool IsFree(UInt128 address) =>
        Contains(address) && (address >= Next ? !_takenAhead.Contains(address) : _returned.Contains(PlaceOf(address)));

    /// <summary>Takes the lowest free address.</summary>
    public bool TryTakeLowest(out UInt128 address)
    {
        if (_returned.Count > 0)
        {
            var place = _returned.Lowest;
            _returned.Remove(place);
            address = _first + (UInt128)place;
            return true;
        }

        while (_takenAhead.Remove(Next))
        {
            _next++;
        }

        address = Next;
        if ((UInt128)_next >= Size)
        {
            return false;
        }

        _next++;
        return true;
    }

    /// <summary>Takes a particular address, which has to be free.</summary>
    public void Take(UInt128 address)
    {
        if (address == Next)
        {
            _next++;
        }
        else if (address > Next)
        {
            _takenAhead.Add(address);
        }
        else
        {
            _returned.Remove(PlaceOf(address));
        }
    }

    /// <summary>Gives an address back.</summary>
    public void Release(UInt128 address)
    {
        if (!_takenAhead.Remove(address))
        {
            _returned.Add(PlaceOf(address));
        }
    }

    private int PlaceOf(UInt128 address) => (int)(address - _first);
}
