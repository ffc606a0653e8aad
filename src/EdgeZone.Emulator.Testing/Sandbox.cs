using System.Collections.Concurrent;
using System.Text.Json;
using EdgeZone.Emulator.Testing.Connections;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Verification;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// A small world of a test's own inside an emulator: its machines, networks, accounts, clock, calls. Tests that run at the same time never meet.
/// Disposing of it removes it. It is the same whether the emulator runs inside the test or in another process.
/// </summary>
/// <example>
/// <code>
/// await using var sandbox = await emulator.CreateSandboxAsync();
/// using var client = sandbox.CreateClient();
/// </code>
/// </example>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly SandboxConnection _connection;
    private readonly bool _verifiesOnDispose;
    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);
    private int _isDisposed;

    private Sandbox(SandboxConnection connection, bool verifiesOnDispose)
    {
        (_connection, _verifiesOnDispose) = (connection, verifiesOnDispose);
        Client = connection.Control.Sandbox(Name);
        Clock = new SandboxClock(connection.Clock);
        Stock = new SandboxStock(Client);
        Calls = new SandboxCalls(Client);
        Faults = new SandboxFaults(Client);
    }

    /// <summary>Its name.</summary>
    public string Name => _connection.Sandbox.Name;

    /// <summary>A credential for each of its accounts, the first account's first. They work in every mode of the emulator.</summary>
    public IReadOnlyList<IssuedCredential> Credentials => _connection.Sandbox.Credentials;

    /// <summary>The id of the first account's credential.</summary>
    public string SecretId => Credentials[0].SecretId;

    /// <summary>The key that belongs to <see cref="SecretId"/>.</summary>
    public string SecretKey => Credentials[0].SecretKey;

    /// <summary>The first account.</summary>
    public long AppId => Credentials[0].AppId;

    /// <summary>Where SDKs find it, with <see cref="SecretId"/> and <see cref="SecretKey"/>.</summary>
    public Uri Endpoint => _connection.Access.Endpoint;

    /// <summary>Its clock.</summary>
    public SandboxClock Clock { get; }

    /// <summary>
    /// Its time for the code under test: <c>Task.Delay(…, timeProvider)</c> ends when <see cref="Clock"/> moves past its end. It never moves by itself
    /// while the clock is frozen.
    /// </summary>
    public TimeProvider TimeProvider => _connection.Clock.Time;

    /// <summary>What shall go wrong in it.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>The calls that came to it, and what a test claims of them.</summary>
    public SandboxCalls Calls { get; }

    /// <summary>Its machines.</summary>
    public SandboxStock Stock { get; }

    /// <summary>
    /// For the <see cref="HttpClient"/> of somebody else, of a service under test for instance: whatever host a request is for, it ends here, signed as
    /// the first account unless it is signed already. It needs no socket when the emulator runs inside the test. Disposing of it does nothing.
    /// </summary>
    /// <example>
    /// <code>
    /// services.AddHttpClient("edgezone").ConfigurePrimaryHttpMessageHandler(() => sandbox.HttpHandler);
    /// </code>
    /// </example>
    public HttpMessageHandler HttpHandler => _connection.Handler;

    /// <summary>Everything else that the control plane takes, in its own words.</summary>
    public SandboxClient Client { get; }

    /// <summary>A client whose calls are signed as an account of the sandbox; in memory when the emulator runs inside the test.</summary>
    /// <param name="account">Whose, by its place among <see cref="Credentials"/>.</param>
    public HttpClient CreateClient(int account = 0) => _connection.CreateClient(account);

    /// <summary>Calls an action, for what a test arranges or asks besides its subject.</summary>
    /// <param name="action">The action, for instance <c>CreateInstances</c>.</param>
    /// <param name="parameters">Its parameters, a JSON object.</param>
    /// <param name="account">Whose call, by its place among <see cref="Credentials"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <returns>The member <c>Response</c> of the answer; a refusal is an <c>Error</c> in it and throws nothing.</returns>
    /// <exception cref="HttpRequestException">The connection broke, or what came is no answer of the API.</exception>
    public Task<JsonElement> CallAsync(string action, string parameters = "{}", int account = 0, CancellationToken cancellationToken = default) =>
        _connection.CallAsync(action, parameters, account, cancellationToken);

    /// <summary>The whole sandbox as a JSON document, always in the same order, so that two can be compared.</summary>
    public Task<string> SnapshotAsync(CancellationToken cancellationToken = default) => Client.GetSnapshotAsync(cancellationToken);

    /// <summary>Lets it go on from a snapshot. Its time goes on where that stood.</summary>
    /// <param name="snapshot">A document as <see cref="SnapshotAsync"/> returns it.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task RestoreAsync(string snapshot, CancellationToken cancellationToken = default)
    {
        await Client.RestoreAsync(snapshot, cancellationToken).ConfigureAwait(false);
        await Clock.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a fresh world in its place.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        await Client.ResetAsync(cancellationToken).ConfigureAwait(false);
        await Clock.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes another that goes on from this one and never touches it.</summary>
    /// <param name="beforeCall">The number of a call or a command: it begins as this one was just before that. Default: as this one is now.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<Sandbox> ForkAsync(long? beforeCall = null, CancellationToken cancellationToken = default) =>
        CreateAsync(_connection.Access, new SandboxOptions { From = Name, Call = beforeCall, VerifyOnDispose = _verifiesOnDispose }, cancellationToken);

    /// <summary>What was taken since the sandbox began, was forked or was restored, and is not given back.</summary>
    public Task<HeldResources> HeldAsync(CancellationToken cancellationToken = default) => Client.GetHeldAsync(cancellationToken);

    /// <summary>Why an instance is as it is: the calls, decisions and phases from its order on.</summary>
    /// <param name="id">The id of the instance, which may be gone.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<InstanceHistory> WhyAsync(string id, CancellationToken cancellationToken = default) => Client.GetWhyAsync(id, cancellationToken);

    /// <summary>Accounts for what the test means to hold at its end.</summary>
    /// <param name="ids">Ids of instances and networks, and addresses; the id of a public network accounts for its addresses too.</param>
    public void Keeps(params string[] ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        foreach (var id in ids)
        {
            _kept[id] = true;
        }
    }

    /// <summary>
    /// The check that nobody has to write: nothing is held that is not accounted for by <see cref="Keeps"/>, no instance is <c>allocating</c> for ever, no
    /// required fault has not fired, and no call was malformed.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the answers.</param>
    /// <exception cref="VerificationException">
    /// Something is wrong; the message says what, since which call, and which call came nearest to releasing it.
    /// </exception>
    public async Task VerifyAsync(CancellationToken cancellationToken = default)
    {
        var findings = (await SandboxCheck.OfAsync(_connection.Control, Client, _kept.ContainsKey, cancellationToken).ConfigureAwait(false)).Findings();
        if (findings.Count > 0)
        {
            throw new VerificationException($"Sandbox '{Name}' is not as a test should leave it.", findings);
        }
    }

    /// <summary>
    /// What a careful colleague would say after reading the calls of a test that has passed: what went well only because nothing went wrong, and which of
    /// the behaviour that was relied on stands in no document of the real service.
    /// </summary>
    public Task<SandboxReview> ReviewAsync(CancellationToken cancellationToken = default) => Client.GetReviewAsync(cancellationToken);

    /// <summary>Removes it, verified before where <see cref="SandboxOptions.VerifyOnDispose"/> says so.</summary>
    /// <exception cref="VerificationException">It is not as it should be; it is removed all the same.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        try
        {
            if (_verifiesOnDispose)
            {
                await VerifyAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await _connection.RemoveAsync().ConfigureAwait(false);
        }
    }

    internal static async Task<Sandbox> CreateAsync(EmulatorAccess access, SandboxOptions options, CancellationToken cancellationToken) =>
        new(await SandboxConnection.CreateAsync(access, options, cancellationToken).ConfigureAwait(false), options.VerifyOnDispose);
}
