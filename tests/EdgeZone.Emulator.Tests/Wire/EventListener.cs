using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>Somebody who listens to what happens in a sandbox, as any client for server-sent events does.</summary>
internal sealed class EventListener : IAsyncDisposable
{
    // On a machine however busy: what does not come by then will not come.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventListener(HttpResponseMessage response, Stream body)
    {
        (_response, _body) = (response, body);
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>Returns when the emulator has begun to tell.</summary>
    public static async Task<EventListener> StartAsync(EmulatorApplication emulator, string sandbox = "default", string? lastId = null)
    {
        var response = await emulator.SendAsync(
            HttpMethod.Get, ControlPlanePaths.Events(sandbox), body: null, lastId is null ? [] : [("Last-Event-ID", lastId)]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventListener(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next message.</summary>
    public async Task<Message> NextAsync()
    {
        Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream has ended.");
        var item = _items.Current;
        return new Message(long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture), item.EventType, JsonNode.Parse(item.Data)!);
    }

    /// <summary>So many messages.</summary>
    public async Task<List<Message>> TakeAsync(int count)
    {
        var messages = new List<Message>();
        while (messages.Count < count)
        {
            messages.Add(await NextAsync());
        }

        return messages;
    }

    /// <summary>Whether it ended, properly.</summary>
    public async Task<bool> EndsAsync() => !await _items.MoveNextAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _body.DisposeAsync();
        _response.Dispose();
    }

    /// <summary>One message.</summary>
    internal sealed record Message(long Id, string Event, JsonNode Data)
    {
        /// <summary>What it is about.</summary>
        public string? What => (string?)(Event == "happened" ? Data["kind"] : Event == "call" ? Data["action"] : Event);
    }
}
