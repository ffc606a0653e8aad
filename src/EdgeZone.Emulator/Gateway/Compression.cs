using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace EdgeZone.Emulator.Gateway;

/// <summary>gzip for those who ask for it, where it pays: most answers are shorter than the work is worth.</summary>
internal static class Compression
{
    /// <summary>Shorter answers are sent as they are, in bytes.</summary>
    public const int Shortest = 8 * 1024;

    /// <summary>The answer as it is sent, and whether it is compressed.</summary>
    public static ReadOnlyMemory<byte> Of(HttpRequest request, ReadOnlyMemory<byte> body, out bool isCompressed)
    {
        isCompressed = body.Length >= Shortest && IsAskedFor(request);
        return isCompressed ? Compress(body) : body;
    }

    private static Memory<byte> Compress(ReadOnlyMemory<byte> body)
    {
        var compressed = new MemoryStream(body.Length / 4);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    private static bool IsAskedFor(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var codings)
        && codings.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);
}
