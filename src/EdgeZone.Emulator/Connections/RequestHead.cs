using System.Buffers;
using System.Buffers.Text;

namespace EdgeZone.Emulator.Connections;

/// <summary>How far the reading of a request's head has come.</summary>
internal enum HeadProgress
{
    /// <summary>Its end has not arrived yet.</summary>
    Incomplete,

    /// <summary>All of it is there.</summary>
    Complete,

    /// <summary>This is not HTTP/1.1 in its plainest form.</summary>
    Unclear,
}

/// <summary>
/// Reads the request line and the headers of one HTTP/1.1 request, as far as needed to tell whether the <c>Host</c> has a scheme and
/// where the next request starts. It remembers the lines that it has seen, so that a head arriving in pieces is read once.
/// </summary>
internal struct RequestHead
{
    /// <summary>Somewhat more than the server's own limits for the request line and the headers, 64 KiB each: beyond them refusing is its task.</summary>
    public const int MaximumLength = 132 * 1024;

    private int _hosts;
    private bool _hostHasScheme;
    private bool _hasContentLength;
    private bool _bodyIsUnclear;

    /// <summary>The bytes of the complete lines seen so far; when complete, of the whole head with its empty line.</summary>
    public long Length { get; private set; }

    /// <summary>The bytes between this head and the next.</summary>
    public long BodyLength { get; private set; }

    /// <summary>
    /// Whether the next head is certain to start behind the body. Only one plain <c>Content-Length</c> or none at all says so; for
    /// anything else (chunks, upgrades, contradictions) the answer is no, instead of a second opinion on what the server will make of it.
    /// </summary>
    public readonly bool BodyLengthIsKnown => !_bodyIsUnclear;

    /// <summary>Whether the server must not see the head as it is. It refuses several hosts anyway, so those stay.</summary>
    public readonly bool NeedsRewriting => _hostHasScheme && _hosts == 1;

    /// <param name="buffer">Everything received from the first byte of the head on, at least what there was last time.</param>
    public HeadProgress Read(in ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryPeek(out var first) || !char.IsAsciiLetter((char)first))
        {
            return HeadProgress.Unclear;
        }

        reader.Advance(Length);
        while (reader.TryReadTo(out ReadOnlySpan<byte> line, (byte)'\n'))
        {
            // The server may take a lone line feed for the end of a line as well; then the end of the head could be a matter of opinion.
            if (line.IsEmpty || line[^1] != '\r')
            {
                return HeadProgress.Unclear;
            }

            line = line[..^1];
            var isRequestLine = Length == 0;
            Length = reader.Consumed;
            if (isRequestLine)
            {
                // Neither HTTP/1.0, which needs no host, nor the preface of HTTP/2.
                if (!line.EndsWith(" HTTP/1.1"u8))
                {
                    return HeadProgress.Unclear;
                }
            }
            else if (line.IsEmpty)
            {
                return HeadProgress.Complete;
            }
            else
            {
                ReadHeader(line);
            }
        }

        return buffer.Length > MaximumLength ? HeadProgress.Unclear : HeadProgress.Incomplete;
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        long length = 0;
        if (HeaderLine.TryGetValue(line, "Host"u8, out var value))
        {
            _hosts++;
            _hostHasScheme = HeaderLine.HasScheme(value);
        }
        else if (HeaderLine.TryGetValue(line, "Content-Length"u8, out value))
        {
            var isPlain = !value.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(value, out length, out _);
            _bodyIsUnclear |= _hasContentLength || !isPlain;
            _hasContentLength = true;
            BodyLength = length;
        }
        else if (HeaderLine.TryGetValue(line, "Transfer-Encoding"u8, out _))
        {
            _bodyIsUnclear = true;
        }
        else if (HeaderLine.TryGetValue(line, "Connection"u8, out value))
        {
            _bodyIsUnclear |= !HeaderLine.EqualsIgnoringCase(value, "keep-alive"u8) && !HeaderLine.EqualsIgnoringCase(value, "close"u8);
        }
    }
}
