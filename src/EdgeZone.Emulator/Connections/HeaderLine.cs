using System.Buffers;
using System.Text;

namespace EdgeZone.Emulator.Connections;

/// <summary>One line of a request's head, as bytes without its line end.</summary>
internal static class HeaderLine
{
    private static readonly byte[] ReceivedHostBytes = Encoding.ASCII.GetBytes(ReceivedHost.HeaderName);

    public static ReadOnlySpan<byte> ReceivedHostName => ReceivedHostBytes;

    /// <summary>Whether this is the named header, in whatever case; the value comes without the blanks around it.</summary>
    public static bool TryGetValue(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (line.Length <= name.Length || line[name.Length] != ':' || !EqualsIgnoringCase(line[..name.Length], name))
        {
            return false;
        }

        value = line[(name.Length + 1)..].Trim(" \t"u8);
        return true;
    }

    public static bool EqualsIgnoringCase(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Ascii.EqualsIgnoreCase(left, right);

    public static bool HasScheme(ReadOnlySpan<byte> host) => SchemeLength(host) > 0;

    /// <summary>
    /// Copies a head for the server's eyes: a host with a scheme is reduced to its authority, the original goes into a header of its own,
    /// and what claims to be that header already is left out.
    /// </summary>
    public static ReadOnlyMemory<byte> Rewrite(in ReadOnlySequence<byte> head)
    {
        var rewritten = new ArrayBufferWriter<byte>((int)head.Length + 64);
        var reader = new SequenceReader<byte>(head);
        while (reader.TryReadTo(out ReadOnlySpan<byte> line, "\r\n"u8))
        {
            if (TryGetValue(line, ReceivedHostName, out _))
            {
                continue;
            }

            if (TryGetValue(line, "Host"u8, out var host) && HasScheme(host))
            {
                rewritten.Write("Host: "u8);
                rewritten.Write(Authority(host));
                rewritten.Write("\r\n"u8);
                rewritten.Write(ReceivedHostName);
                rewritten.Write(": "u8);
                rewritten.Write(host);
            }
            else
            {
                rewritten.Write(line);
            }

            rewritten.Write("\r\n"u8);
        }

        return rewritten.WrittenMemory;
    }

    private static ReadOnlySpan<byte> Authority(ReadOnlySpan<byte> host)
    {
        var authority = host[SchemeLength(host)..];
        var end = authority.IndexOfAny("/?#"u8);
        return end < 0 ? authority : authority[..end];
    }

    private static int SchemeLength(ReadOnlySpan<byte> host)
    {
        if (host.Length >= 7 && EqualsIgnoringCase(host[..7], "http://"u8))
        {
            return 7;
        }

        return host.Length >= 8 && EqualsIgnoringCase(host[..8], "https://"u8) ? 8 : 0;
    }
}
