namespace EdgeZone.Emulator.Domain.Paging;

/// <summary>Which stretch of a list is wanted.</summary>
/// <param name="Offset">How many rows to skip; not negative.</param>
/// <param name="Limit">How many rows at most; not negative.</param>
public readonly record struct PageWindow(long Offset, int Limit)
{
    /// <summary>How many of the rows of a list fall into the window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Offset or Limit is negative.</exception>
    internal int CountWithin(int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(Limit);
        return Offset >= total ? 0 : (int)Math.Min(Limit, total - Offset);
    }
}
