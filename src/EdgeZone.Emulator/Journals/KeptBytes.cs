using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>
/// A copy of an answer. A long one is in pieces, none of which is large enough to be put where only a full collection would find it.
/// </summary>
internal readonly struct KeptBytes
{
    /// <summary>The longest answer that is kept, in bytes.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private const int Piece = 64 * 1024;

    private readonly object _pieces;

    private KeptBytes(object pieces) => _pieces = pieces;

    /// <summary>How many bytes it occupies.</summary>
    public long Size => _pieces is byte[] one ? HeapSize.Of(one) : ((byte[][])_pieces).Sum(piece => (long)HeapSize.Of(piece));

    /// <summary>Copies an answer.</summary>
    /// <returns>Null when it is too long to be kept.</returns>
    public static KeptBytes? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= Piece)
        {
            return new KeptBytes(bytes.ToArray());
        }

        if (bytes.Length > Longest)
        {
            return null;
        }

        var pieces = new byte[(bytes.Length + Piece - 1) / Piece][];
        for (var i = 0; i < pieces.Length; i++)
        {
            var rest = bytes[(i * Piece)..];
            pieces[i] = rest[..Math.Min(Piece, rest.Length)].ToArray();
        }

        return new KeptBytes(pieces);
    }

    /// <summary>The answer in one.</summary>
    public byte[] ToArray() => _pieces is byte[] one ? one : [.. ((byte[][])_pieces).SelectMany(piece => piece)];
}
