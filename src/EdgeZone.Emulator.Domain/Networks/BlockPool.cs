namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Cuts aligned ranges out of a block, the lowest free one first.</summary>
internal sealed class BlockPool(Subnet block)
{
    private SortedDictionary<UInt128, Subnet> _taken = [];

    /// <summary>Length of the prefix of the whole block.</summary>
    public int PrefixLength => block.PrefixLength;

    /// <summary>A pool of its own of which the same is taken.</summary>
    public BlockPool Copy() => new(block) { _taken = new SortedDictionary<UInt128, Subnet>(_taken) };

    /// <summary>Takes the lowest free range of that length.</summary>
    public Subnet? TryTake(int prefixLength)
    {
        if (FindFree(prefixLength) is not { } range)
        {
            return null;
        }

        _taken.Add(range.Network, range);
        return range;
    }

    /// <summary>Takes a particular range.</summary>
    /// <returns>False when it is no part of the block, or taken in part.</returns>
    public bool TryTakeAt(Subnet range)
    {
        if (!block.Contains(range.Network)
            || !block.Contains(range.Last)
            || _taken.Values.Any(taken => taken.Network <= range.Last && taken.Last >= range.Network))
        {
            return false;
        }

        _taken.Add(range.Network, range);
        return true;
    }

    /// <summary>Gives a range back, by its first address.</summary>
    public void Release(UInt128 network) => _taken.Remove(network);

    private Subnet? FindFree(int prefixLength)
    {
        if (prefixLength < block.PrefixLength)
        {
            return null;
        }

        var candidate = Subnet.At(block.Network, prefixLength, block.Family);
        foreach (var taken in _taken.Values)
        {
            if (candidate.Last < taken.Network)
            {
                break;
            }

            if (candidate.Network > taken.Last)
            {
                continue;
            }

            var end = taken.Last > candidate.Last ? taken.Last : candidate.Last;
            if (end >= block.Last)
            {
                return null;
            }

            // Ranges of the wanted length begin at multiples of their size.
            var next = (end + candidate.Size) / candidate.Size * candidate.Size;
            candidate = Subnet.At(next, prefixLength, block.Family);
        }

        return candidate.Last <= block.Last ? candidate : null;
    }
}
