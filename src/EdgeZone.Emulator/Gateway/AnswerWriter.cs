namespace EdgeZone.Emulator.Gateway;

/// <summary>Sends an answer: HTTP 200, the headers, the bytes.</summary>
internal static class AnswerWriter
{
    /// <summary>Says in which sandbox the call was played, or would have been.</summary>
    public const string SandboxHeader = "X-Emulator-Sandbox";

    private const int LongestTraceId = 128;

    public static Task WriteAsync(HttpContext context, ApiCall call, ReadOnlyMemory<byte> answer)
    {
        var body = Compression.Of(context.Request, answer, out var isCompressed);
        WriteHead(context, call, body.Length);
        if (isCompressed)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>Sets status and headers.</summary>
    public static void WriteHead(HttpContext context, ApiCall call, int length)
    {
        var response = context.Response;
        var headers = response.Headers;
        response.StatusCode = StatusCodes.Status200OK;
        // Exactly this: one SDK compares the header literally and takes an error with a charset behind it for a success.
        headers.ContentType = "application/json";
        headers.ContentLength = length;
        headers["X-TC-RequestId"] = call.RequestIdText;
        if (context.Request.Headers.TryGetValue("X-TC-TraceId", out var trace) && IsEchoable(trace.ToString()))
        {
            headers["X-TC-TraceId"] = trace;
        }

        if ((call.Sandbox ?? call.LeadsTo) is { } sandbox)
        {
            headers[SandboxHeader] = sandbox;
        }

        if (call.Assumed is not null)
        {
            headers["X-Emulator-Assumed"] = call.Assumed;
        }
    }

    // What a request header may hold is more than what a response header may.
    private static bool IsEchoable(string value) =>
        value.Length is > 0 and <= LongestTraceId && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
