using System.Buffers;
using System.Buffers.Text;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>
/// An answer as a journal keeps it: without the RequestId at its end, which the entry has anyway, so that calls that are answered alike, as a
/// client's that waits for something, share one text. A long one is in pieces, none of which is large enough to be put where only a full
/// collection would find it.
/// </summary>
internal sealed class KeptAnswer
{
    /// <summary>The longest answer that is kept, in bytes.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private const int Piece = 64 * 1024;
    private const int IdLength = 36;
    private const int Fixed = HeapSize.Header + (3 * HeapSize.Word);

    private readonly byte[] _first;
    private readonly byte[][] _more = [];
    private readonly bool _endsWithId;

    private KeptAnswer(ReadOnlySpan<byte> text, bool endsWithId)
    {
        _endsWithId = endsWithId;
        _first = text[..Math.Min(Piece, text.Length)].ToArray();
        if (text.Length > Piece)
        {
            _more = new byte[(text.Length - 1) / Piece][];
            for (var i = 0; i < _more.Length; i++)
            {
                var rest = text[((i + 1) * Piece)..];
                _more[i] = rest[..Math.Min(Piece, rest.Length)].ToArray();
            }
        }
    }

    private static ReadOnlySpan<byte> End => "\"}}"u8;

    /// <summary>How many bytes it occupies; it counts for each entry that has it.</summary>
    public long Size => Fixed + HeapSize.Of(_first) + (_more.Length == 0 ? 0 : _more.Sum(piece => (long)HeapSize.Of(piece)));

    /// <summary>Keeps an answer.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="requestId">The id of the call.</param>
    /// <param name="last">Another one, which is shared when it says the same.</param>
    /// <returns>Null when it is too long to be kept.</returns>
    public static KeptAnswer? Of(ReadOnlySpan<byte> answer, Guid requestId, KeptAnswer? last)
    {
        if (answer.Length > Longest)
        {
            return null;
        }

        var endsWithId = EndsWith(answer, requestId);
        var text = endsWithId ? answer[..^(IdLength + End.Length)] : answer;
        return last is not null && last._endsWithId == endsWithId && last.Says(text) ? last : new KeptAnswer(text, endsWithId);
    }

    /// <summary>The answer in one, to the call of that id.</summary>
    public byte[] ToArray(Guid requestId)
    {
        var text = new ArrayBufferWriter<byte>();
        text.Write(_first);
        foreach (var piece in _more)
        {
            text.Write(piece);
        }

        if (_endsWithId)
        {
            text.Write(IdText(stackalloc byte[IdLength], requestId));
            text.Write(End);
        }

        return text.WrittenSpan.ToArray();
    }

    private bool Says(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith(_first))
        {
            return false;
        }

        var rest = text[_first.Length..];
        foreach (var piece in _more)
        {
            if (!rest.StartsWith(piece))
            {
                return false;
            }

            rest = rest[piece.Length..];
        }

        return rest.IsEmpty;
    }

    private static bool EndsWith(ReadOnlySpan<byte> answer, Guid requestId) =>
        answer.EndsWith(End) && answer[..^End.Length].EndsWith(IdText(stackalloc byte[IdLength], requestId));

    private static ReadOnlySpan<byte> IdText(Span<byte> text, Guid requestId)
    {
        Utf8Formatter.TryFormat(requestId, text, out var written);
        return text[..written];
    }
}
