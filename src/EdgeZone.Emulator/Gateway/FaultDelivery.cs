using System.Text;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Does to the connection what fault rules have decided, outside every lock: waits, breaks it, or sends something else.</summary>
internal sealed class FaultDelivery(EmulatorSettings settings, TimeProvider time, IHostApplicationLifetime process)
{
    private const string Header = "X-Emulator-Fault";

    /// <summary>How many rules are named in a header or a line; the call's entry in the journal has them all.</summary>
    private const int MostNamed = 16;

    /// <summary>The rules that fired, for a line of text.</summary>
    public static string NamesOf(StruckCall fault) =>
        fault.Rules.Count <= MostNamed ? string.Join(", ", fault.Rules) : $"{string.Join(", ", fault.Rules.Take(MostNamed))}, ...";

    /// <summary>Lets the answer wait.</summary>
    /// <returns>False when there is nobody to answer any more: the client is gone, or the process is going.</returns>
    public async ValueTask<bool> DelayAsync(HttpContext context, StruckCall fault)
    {
        if (fault.Delay == TimeSpan.Zero)
        {
            return true;
        }

        var delay = fault.Delay < settings.Sandboxes.FaultDelay ? fault.Delay : settings.Sandboxes.FaultDelay;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, process.ApplicationStopping);
        try
        {
            await Task.Delay(delay, time, end.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Answers, or does not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="call">The call.</param>
    /// <param name="answer">What the API answers; empty for nothing.</param>
    /// <param name="isAwaited">Whether there is still somebody to answer.</param>
    /// <exception cref="CutAnswerException">The answer is cut short, which only an error does to one whose length is announced.</exception>
    public async Task DeliverAsync(HttpContext context, ApiCall call, ReadOnlyMemory<byte> answer, bool isAwaited)
    {
        if (!isAwaited)
        {
            context.Abort();
            return;
        }

        if (settings.Auth.Mode != AuthMode.Strict)
        {
            context.Response.Headers[Header] = NamesOf(call.Fault!);
        }

        switch (call.Fault!.Outcome)
        {
            case { Drop: not null }:
                context.Abort();
                break;
            case { Http: { } page }:
                await WritePageAsync(context, call, page);
                break;
            case { Answer: AnswerDamage.Truncated }:
                AnswerWriter.WriteHead(context, call, answer.Length);
                await context.Response.Body.WriteAsync(answer[..(answer.Length / 2)]);
                await context.Response.Body.FlushAsync();
                throw new CutAnswerException();
            case { Answer: AnswerDamage.Garbled }:
                await AnswerWriter.WriteAsync(context, call, Garbled(answer));
                break;
            default:
                await AnswerWriter.WriteAsync(context, call, answer);
                break;
        }
    }

    private static Task WritePageAsync(HttpContext context, ApiCall call, HttpFault page)
    {
        var (response, body) = (context.Response, Encoding.UTF8.GetBytes(page.Body));
        response.StatusCode = page.Status;
        response.Headers[AnswerWriter.SandboxHeader] = call.Sandbox;
        if (page.Status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        response.ContentType = page.ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    // No JSON begins with a closing brace.
    private static byte[] Garbled(ReadOnlyMemory<byte> answer)
    {
        var bytes = answer.ToArray();
        Array.Reverse(bytes);
        return bytes;
    }
}
