namespace EdgeZone.Emulator.Protocol;

/// <summary>How many bytes things occupy in memory, for what is bounded by them.</summary>
internal static class HeapSize
{
    /// <summary>What every object has besides its fields.</summary>
    public const int Header = 16;

    /// <summary>A reference, and the step in which objects grow.</summary>
    public const int Word = 8;

    private const int TextOverhead = 22;

    /// <summary>A text of its own, two bytes a character.</summary>
    public static int Of(string? text) => text is null ? 0 : (TextOverhead + (2 * text.Length) + Word - 1) & -Word;

    /// <summary>An array of bytes.</summary>
    public static int Of(byte[] bytes) => (Header + Word + bytes.Length + Word - 1) & -Word;
}
