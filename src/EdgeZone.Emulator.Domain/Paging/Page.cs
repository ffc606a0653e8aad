namespace EdgeZone.Emulator.Domain.Paging;

/// <summary>A stretch of a list and the length of the whole.</summary>
/// <param name="Items">The rows of the stretch, in the list's order.</param>
/// <param name="TotalCount">How many rows the whole list has.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long TotalCount)
{
    /// <summary>Cuts a window out of a complete list; no window takes all of it.</summary>
    internal static Page<T> Of(List<T> all, PageWindow? window) => window is { } cut
        ? new Page<T>(cut.CountWithin(all.Count) is > 0 and var count ? all.GetRange((int)cut.Offset, count) : [], all.Count)
        : new Page<T>(all, all.Count);
}
