using System.Net;
using System.Text;
using System.Text.Json;
using EdgeZone.Emulator.Testing.Connections;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Time;

namespace EdgeZone.Emulator.Testing;

/// <summary>A sandbox from its making to its removal, and the way of calls to it: signed as one of its accounts, and watched by its clock.</summary>
internal sealed class SandboxConnection
{
    private readonly SandboxDoor _door;

    private SandboxConnection(EmulatorAccess access, CreatedSandbox sandbox)
    {
        (Access, Sandbox, _door) = (access, sandbox, new SandboxDoor(sandbox.Name));
        // The clock's own requests go on beside everything else; those of a test are part of what goes on.
        Clock = new MovedClock(access.Control.Sandbox(sandbox.Name));
        Control = access.ControlThrough(new WatchedHandler(access.Handler, Clock.Stillness));
        Handler = HandlerOf(0);
    }

    public EmulatorAccess Access { get; }

    public CreatedSandbox Sandbox { get; }

    public MovedClock Clock { get; }

    /// <summary>The control plane for what a test asks.</summary>
    public ControlPlaneClient Control { get; }

    /// <summary>Signs as the first account.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>Makes a sandbox. Its clock is frozen unless something else is asked for: what a test does not move stands still.</summary>
    public static async Task<SandboxConnection> CreateAsync(EmulatorAccess access, SandboxOptions options, CancellationToken cancellationToken)
    {
        var clock = options.Clock ?? (options.From is null ? new ClockStart(ClockMode.Frozen) : null);
        var created = await access.Control.CreateSandboxAsync(options with { Clock = clock }, cancellationToken).ConfigureAwait(false);
        var sandbox = new SandboxConnection(access, created);
        sandbox.Clock.Learn(created.Clock);
        return sandbox;
    }

    /// <summary>A client that signs as an account.</summary>
    public HttpClient CreateClient(int account) => new(account == 0 ? Handler : HandlerOf(account)) { BaseAddress = Access.Endpoint };

    /// <summary>Calls an action as an account.</summary>
    /// <exception cref="HttpRequestException">The connection broke, or what came is no answer of the API.</exception>
    public async Task<JsonElement> CallAsync(string action, string parameters, int account, CancellationToken cancellationToken)
    {
        using var client = CreateClient(account);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Headers = { { "X-TC-Action", action } },
            Content = new StringContent(parameters, Encoding.UTF8, "application/json"),
        };
        using var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        try
        {
            using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return document.RootElement.GetProperty("Response").Clone();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HttpRequestException($"{action} was answered with what is no answer of the API. {e.Message}", e);
        }
    }

    /// <summary>Removes the sandbox when no call is under way any more.</summary>
    public async Task RemoveAsync()
    {
        await _door.CloseAsync().ConfigureAwait(false);
        try
        {
            await Clock.Client.DeleteAsync().ConfigureAwait(false);
        }
        catch (ControlPlaneException e) when (e.Status == HttpStatusCode.NotFound)
        {
            // Somebody has removed it, or reset the emulator.
        }
    }

    private DestinationHandler HandlerOf(int account)
    {
        var (id, key) = (Sandbox.Credentials[account].SecretId, Sandbox.Credentials[account].SecretKey);
        var watched = new WatchedHandler(Access.Handler, Clock.Stillness, Clock.AnsweredAsync);
        return new DestinationHandler(new Tc3SigningHandler(id, key, time: Access.SigningTime) { InnerHandler = watched }, Access.Endpoint, _door);
    }
}
