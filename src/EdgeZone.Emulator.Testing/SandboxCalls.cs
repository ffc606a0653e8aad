using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Verification;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// The calls of the API that came to a sandbox, and what a test claims of them. A claim that does not hold throws
/// <see cref="VerificationException"/> with the call that came nearest and the member that differs.
/// </summary>
/// <remarks>
/// Parameters are compared as far as they are given: a call may have others besides. They are a JSON text, a <see cref="JsonObject"/>, or pairs of name
/// and value; in texts <c>*</c> stands for any characters.
/// </remarks>
/// <example>
/// <code>
/// await sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceCount", 3), ("InstanceName", "web-*"));
/// await sandbox.Calls.VerifyNeverAsync("TerminateInstances");
/// await sandbox.Calls.VerifyOrderAsync("CreateInstances", "DescribeInstances", "TerminateInstances");
/// </code>
/// </example>
public sealed class SandboxCalls
{
    private readonly SandboxClient _client;

    internal SandboxCalls(SandboxClient client) => _client = client;

    /// <summary>The calls, the oldest first.</summary>
    /// <param name="filter">Which ones. Default: all that are remembered.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task<IReadOnlyList<RecordedCall>> ListAsync(CallFilter? filter = null, CancellationToken cancellationToken = default) =>
        [.. (await _client.ListCallsAsync(filter, cancellationToken).ConfigureAwait(false)).Calls.Reverse()];

    /// <summary>An action was called so often with such parameters.</summary>
    /// <param name="action">The action.</param>
    /// <param name="times">How often. Default: once or more.</param>
    /// <param name="with">The parameters, as a JSON text or object. Default: any.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="VerificationException">It was not.</exception>
    public async Task VerifyCalledAsync(string action, Times? times = null, JsonNode? with = null, CancellationToken cancellationToken = default)
    {
        var expectation = new CallExpectation(action, CallExpectation.Read(with));
        times ??= Times.AtLeastOnce;
        ThrowIf(expectation.Count(await ListAsync(null, cancellationToken).ConfigureAwait(false), $"{times}", times.Include));
    }

    /// <inheritdoc cref="VerifyCalledAsync(string, Times?, JsonNode?, CancellationToken)"/>
    /// <param name="action">The action.</param>
    /// <param name="times">How often.</param>
    /// <param name="with">The parameters.</param>
    public Task VerifyCalledAsync(string action, Times times, params (string Name, JsonNode? Value)[] with)
    {
        ArgumentNullException.ThrowIfNull(with);
        return VerifyCalledAsync(action, times, new JsonObject(with.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));
    }

    /// <summary>An action was not called with such parameters.</summary>
    /// <param name="action">The action.</param>
    /// <param name="with">The parameters, as a JSON text or object. Default: any.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="VerificationException">It was.</exception>
    public Task VerifyNeverAsync(string action, JsonNode? with = null, CancellationToken cancellationToken = default) =>
        VerifyCalledAsync(action, Times.Never, with, cancellationToken);

    /// <summary>Actions were called in this order; others may have been called in between.</summary>
    /// <param name="actions">The actions.</param>
    /// <exception cref="VerificationException">They were not.</exception>
    public Task VerifyOrderAsync(params string[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return VerifyOrderAsync([.. actions.Select(action => (action, (JsonNode?)null))]);
    }

    /// <summary>Actions were called in this order with such parameters; others may have been called in between.</summary>
    /// <param name="calls">The actions and their parameters, as JSON texts or objects; null for any.</param>
    /// <exception cref="VerificationException">They were not.</exception>
    public async Task VerifyOrderAsync(params (string Action, JsonNode? With)[] calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        IReadOnlyList<CallExpectation> expected = [.. calls.Select(call => new CallExpectation(call.Action, CallExpectation.Read(call.With)))];
        ThrowIf(CallExpectation.Order(expected, await ListAsync().ConfigureAwait(false)));
    }

    private static void ThrowIf(BrokenClaim? claim)
    {
        if (claim is not null)
        {
            throw new VerificationException(claim.Headline, claim.Findings);
        }
    }
}
