using System.Buffers;
using EdgeZone.Emulator.Connections;
using EdgeZone.Emulator.Protocol;
using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Step 1 of a call: the method and the bytes, within the documented sizes. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal static class RequestReader
{
    /// <summary>The largest body with a TC3 signature, in bytes.</summary>
    public const int LargestBody = 10 * 1024 * 1024;

    /// <summary>The largest body with an older signature, in bytes.</summary>
    public const int LargestV1Body = 1024 * 1024;

    /// <summary>The longest query, in bytes.</summary>
    public const int LongestQuery = 32 * 1024;

    private const int FirstBuffer = 4096;

    /// <summary>Reads the request; the body's memory is rented and has to be given back with <see cref="Return"/>.</summary>
    public static async ValueTask<ReceivedRequest> ReadAsync(HttpContext context)
    {
        var http = context.Request;
        if (http.Method is not ("GET" or "POST"))
        {
            throw ApiErrors.Protocol.MethodNotSupported();
        }

        var query = http.QueryString.HasValue ? http.QueryString.Value![1..] : "";
        if (query.Length > LongestQuery)
        {
            throw ApiErrors.Protocol.RequestTooLarge();
        }

        // A newcomer's JSON call carries no Authorization either, but names its action in a header.
        var v1 = http.Headers.Authorization.Count == 0 && !http.Headers.ContainsKey("X-TC-Action");
        var body = http.Method == "GET" ? default : await ReadBodyAsync(http, v1);
        return new ReceivedRequest
        {
            Method = http.Method,
            RawQuery = query,
            Headers = http.Headers,
            Body = body,
            Host = ReceivedHost.From(http.Headers),
        };
    }

    /// <summary>Gives the body's memory back; nothing may refer to it any more.</summary>
    public static void Return(ReceivedRequest? request)
    {
        if (request is not null && System.Runtime.InteropServices.MemoryMarshal.TryGetArray(request.Body, out var rented) && rented.Array is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(rented.Array);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest http, bool v1)
    {
        var limit = v1 ? LargestV1Body : LargestBody;
        if (http.ContentLength > limit)
        {
            throw TooLarge(v1);
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(http.ContentLength ?? FirstBuffer) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                // A connection that breaks ends the reading by itself; its token would have to be made for every call.
                var read = await http.Body.ReadAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    return buffer.AsMemory(0, length);
                }

                length += read;
                if (length > limit)
                {
                    throw TooLarge(v1);
                }

                if (length == http.ContentLength)
                {
                    return buffer.AsMemory(0, length);
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static ApiException TooLarge(bool v1) => v1 ? ApiErrors.Auth.SignatureFailureBySize() : ApiErrors.Protocol.RequestTooLarge();
}
