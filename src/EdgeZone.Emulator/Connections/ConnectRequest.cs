using System.Buffers;
using System.Text;
using EdgeZone.Emulator.Proxy;

namespace EdgeZone.Emulator.Connections;

/// <summary>The head of a <c>CONNECT</c>, read strictly: what it opens is read by somebody else, so there must be one opinion on where it ends.</summary>
internal static class ConnectRequest
{
    /// <summary>More than any client sends.</summary>
    public const int LongestHead = 16 * 1024;

    /// <summary>What the request line begins with.</summary>
    public static ReadOnlySpan<byte> Beginning => "CONNECT "u8;

    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>Where the head ends, its empty line included; null while that has not come.</summary>
    public static SequencePosition? FindEnd(in ReadOnlySequence<byte> received)
    {
        var reader = new SequenceReader<byte>(received);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, End) ? reader.Position : null;
    }

    /// <summary>What it wants; null when it is no CONNECT as it should be, or brings a body, which belongs to nobody.</summary>
    /// <param name="head">The whole head.</param>
    public static ProxyTarget? Read(in ReadOnlySequence<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head)[..^End.Length].Split("\r\n");
        var isWellFormed = lines[0].Split(' ') is ["CONNECT", _, "HTTP/1.1" or "HTTP/1.0"]
            && lines.All(line => line.AsSpan().IndexOfAny('\r', '\n', '\0') < 0)
            && lines.Skip(1).All(IsHeaderOfNoBody);
        return isWellFormed && ProxyTarget.TryParse(lines[0].Split(' ')[1], defaultPort: null, out var target) ? target : null;
    }

    private static bool IsHeaderOfNoBody(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(' ', '\t'))
        {
            return false;
        }

        var name = line[..colon];
        return !name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
            && (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || line[(colon + 1)..].Trim() == "0");
    }
}
