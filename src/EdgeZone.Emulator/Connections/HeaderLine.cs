using System.Buffers;
using System.Text;

namespace EdgeZone.Emulator.Connections;

/// <summary>One line of a request's head, as bytes without its line end.</summary>
internal static class HeaderLine
{
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

    /// <summary>Whether a host is one that the server takes once its scheme is gone. Beyond printable ASCII refusing is the server's task.</summary>
    public static bool HasScheme(ReadOnlySpan<byte> host) => SchemeLength(host) > 0 && !host.ContainsAnyExceptInRange((byte)'!', (byte)'~');

    /// <summary>Copies a head for the server's eyes: a host with a scheme is reduced to its authority.</summary>
    /// <param name="head">The whole head.</param>
    /// <param name="receivedHost">The host as it came.</param>
    public static ReadOnlyMemory<byte> Rewrite(in ReadOnlySequence<byte> head, out string receivedHost)
    {
        receivedHost = "";
        var rewritten = new ArrayBufferWriter<byte>((int)head.Length);
        var reader = new SequenceReader<byte>(head);
        while (reader.TryReadTo(out ReadOnlySpan<byte> line, "\r\n"u8))
        {
            if (TryGetValue(line, "Host"u8, out var host) && HasScheme(host))
            {
                receivedHost = Encoding.ASCII.GetString(host);
                rewritten.Write("Host: "u8);
                rewritten.Write(Authority(host));
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
