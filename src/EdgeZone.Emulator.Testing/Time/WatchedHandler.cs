using EdgeZone.Emulator.Testing.Connections;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>Notes which requests are not answered yet, and lets those who wait for an answer go on before it is no longer under way.</summary>
internal sealed class WatchedHandler(HttpMessageHandler inner, Stillness stillness, Func<Task>? answered = null) : DelegatingHandler(inner)
{
    private const string Endless = "text/event-stream";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        stillness.Enter();
        stillness.React();
        // Continuations run where the answer arrives, inside RunAsync.
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _ = RunAsync(request, answer, cancellationToken);
        return answer.Task;
    }

    private async Task RunAsync(HttpRequestMessage request, TaskCompletionSource<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        Exception? fault = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.Content.Headers.ContentType?.MediaType != Endless)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
            }

            if (answered is not null)
            {
                await answered().ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            fault = BrokenConnection.IsMeant(e, cancellationToken) ? BrokenConnection.Of(e) : e;
        }

        stillness.Give();
        if (fault is null)
        {
            answer.SetResult(response!);
        }
        else
        {
            response?.Dispose();
            answer.SetException(fault);
        }

        stillness.Leave();
    }
}
