using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Validation;

/// <summary>The page that an offset and a limit ask for, once they were checked.</summary>
internal static class RequestedPage
{
    /// <summary>The limit of a call that gives none.</summary>
    public const int DefaultLimit = 20;

    public static PageWindow Window(long? offset, long? limit) => new(offset ?? 0, (int)(limit ?? DefaultLimit));

    /// <summary>An unsigned offset may be larger than any list; such a page is empty.</summary>
    public static PageWindow Window(ulong? offset, ulong? limit) => Window((long)Math.Min(offset ?? 0, long.MaxValue), (long?)limit);
}
