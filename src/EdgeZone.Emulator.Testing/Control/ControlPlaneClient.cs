using System.Text.Json;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>
/// What can be said to an emulator beside its API: what runs, which sandboxes there are, what was refused. It works over any
/// <see cref="HttpClient"/> with a base address: in memory, over a socket, to a container.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ControlPlaneException"/> when the emulator refuses, with what is wrong in one sentence and, where there is one,
/// the member that is; and <see cref="HttpRequestException"/> when it cannot be reached.
/// </remarks>
/// <param name="client">Carries the requests; its base address is that of the emulator, or of the control plane's own port. It stays the caller's.</param>
/// <param name="token">The setting <c>Control:Token</c> of the emulator; null, the default, when it has none.</param>
public sealed class ControlPlaneClient(HttpClient client, string? token = null)
{
    private readonly ControlPlaneConnection _connection = new(client, token);

    /// <summary>Whether calls are answered. Needs no token. Refused with 503 before the emulator listens, and when it no longer does.</summary>
    public Task<EmulatorHealth> GetHealthAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Health, ControlJson.Default.EmulatorHealth, cancellationToken);

    /// <summary>
    /// The certificate that a client has to trust for HTTPS and the proxy, as PEM. Needs no token. Refused with 404 where a certificate of the
    /// settings is shown.
    /// </summary>
    public Task<string> GetAuthorityCertificateAsync(CancellationToken cancellationToken = default) =>
        _connection.GetTextAsync(ControlPlanePaths.AuthorityCertificate, cancellationToken);

    /// <summary>What runs there.</summary>
    public Task<EmulatorInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Info, ControlJson.Default.EmulatorInfo, cancellationToken);

    /// <summary>Resets everything: as after a fresh start, only the sandbox <c>default</c> exists, with the seed in it.</summary>
    public Task ResetAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(HttpMethod.Post, ControlPlanePaths.Reset, null, cancellationToken);

    /// <summary>All sandboxes, in the order of their names.</summary>
    public Task<SandboxList> ListSandboxesAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Sandboxes, ControlJson.Default.SandboxList, cancellationToken);

    /// <summary>Makes a sandbox, with a credential for each of its accounts.</summary>
    /// <param name="options">
    /// What shall differ from a fresh sandbox under a name that is made up; a fork names its origin in <see cref="SandboxOptions.From"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">
    /// 400 for an option that makes no sense, 404 for an origin that is not there, 409 for a name that is taken.
    /// </exception>
    public Task<CreatedSandbox> CreateSandboxAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Post,
        ControlPlanePaths.Sandboxes,
        ControlPlaneConnection.Json(options ?? new SandboxOptions(), ControlJson.Default.SandboxOptions),
        ControlJson.Default.CreatedSandbox,
        cancellationToken);

    /// <summary>One sandbox, whether or not it exists; nothing is sent.</summary>
    /// <param name="name">Its name, or a SecretId that leads to it.</param>
    public SandboxClient Sandbox(string name) => new(_connection, name);

    /// <summary>Plays the record of a sandbox in a world of its own and compares the answers.</summary>
    /// <param name="journal">A record as <see cref="SandboxClient.GetJournalAsync"/> returns it, of this emulator or another; it may have been edited.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">400 for what is no record, with the place of the fault.</exception>
    public Task<ReplayResult> ReplayAsync(string journal, CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Post, ControlPlanePaths.Replays, ControlPlaneConnection.Text(journal), ControlJson.Default.ReplayResult, cancellationToken);

    /// <summary>What goes wrong by the end of an instance's name, for those who cannot add rules.</summary>
    public Task<NamedFaultList> ListNamedFaultsAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.NamedFaults, ControlJson.Default.NamedFaultList, cancellationToken);

    /// <summary>The latest calls of the API that reached no sandbox, the newest first.</summary>
    public Task<RefusedCallList> ListRefusedAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Refused, ControlJson.Default.RefusedCallList, cancellationToken);

    /// <summary>
    /// Calls an action of the API, unsigned, in the sandbox <c>default</c>. A refusal by the API is an <c>Error</c> in the answer and throws nothing.
    /// </summary>
    /// <param name="action">The action, for instance <c>DescribeZones</c>.</param>
    /// <param name="parameters">Its parameters, a JSON object.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <returns>The whole answer, <c>Response</c> included.</returns>
    /// <exception cref="ControlPlaneException">404 where every call has to be signed.</exception>
    public Task<JsonElement> TryActionAsync(string action, string parameters = "{}", CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Post, ControlPlanePaths.Action(action), ControlPlaneConnection.Text(parameters), ControlJson.Default.JsonElement, cancellationToken);
}
