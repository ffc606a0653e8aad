using System.Buffers;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>The bytes of a request, within the documented sizes. https://www.tencentcloud.com/document/api/213/33224</summary>
internal static class RequestReader
{
    /// <summary>The longest query, in bytes.</summary>
    public const int LongestQuery = 32 * 1024;

    private const int LargestFirstBuffer = 4096;

    /// <summary>What is known before the body was read, and refuses nothing.</summary>
    public static ReceivedRequest ReadHead(HttpRequest http, RequestForm form) => new()
    {
        Method = http.Method,
        RawQuery = http.QueryString.HasValue ? http.QueryString.Value![1..] : "",
        Headers = http.Headers,
        Host = http.Headers.Host.ToString(),
        Form = form,
    };

    /// <summary>Reads the body; its memory is rented and has to be given back with <see cref="Return"/>.</summary>
    /// <exception cref="ApiException">The method is none of the API's, or the request is too large.</exception>
    /// <exception cref="UnreadableBodyException">The body is no HTTP, or its sender is gone.</exception>
    public static async ValueTask ReadBodyAsync(HttpRequest http, ReceivedRequest request)
    {
        if (request.Method is not ("GET" or "POST"))
        {
            throw ApiErrors.Protocol.MethodNotSupported();
        }

        if (request.RawQuery.Length > LongestQuery)
        {
            throw ApiErrors.Protocol.RequestTooLarge();
        }

        if (!request.IsGet)
        {
            await ReadAsync(http, request);
        }
    }

    /// <summary>Gives the body's memory back; nothing may refer to it any more.</summary>
    public static void Return(ReceivedRequest request)
    {
        if (System.Runtime.InteropServices.MemoryMarshal.TryGetArray(request.Body, out var rented) && rented.Array is { Length: > 0 })
        {
            ArrayPool<byte>.Shared.Return(rented.Array);
        }
    }

    private static async ValueTask ReadAsync(HttpRequest http, ReceivedRequest request)
    {
        if (http.ContentLength > RequestForms.LimitOf(request.Form))
        {
            throw TooLarge(request.Form);
        }

        // What is announced costs nothing until it arrives, or a head alone would take megabytes.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(http.ContentLength ?? LargestFirstBuffer, LargestFirstBuffer - 1) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                int read;
                try
                {
                    // A connection that breaks ends the reading by itself; its token would have to be made for every call.
                    read = await http.Body.ReadAsync(buffer.AsMemory(length));
                }
                catch (Exception e) when (e is IOException or OperationCanceledException)
                {
                    throw new UnreadableBodyException(e);
                }

                length += read;
                var complete = read == 0 || length == http.ContentLength;
                request.Form = RequestForms.Resolve(request.Form, buffer.AsSpan(0, length), complete);
                if (Math.Max(length, http.ContentLength ?? 0) > RequestForms.LimitOf(request.Form))
                {
                    throw TooLarge(request.Form);
                }

                if (complete)
                {
                    request.Body = buffer.AsMemory(0, length);
                    return;
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

    private static ApiException TooLarge(RequestForm form) =>
        form == RequestForm.V1 ? ApiErrors.Auth.SignatureFailureBySize() : ApiErrors.Protocol.RequestTooLarge();
}
