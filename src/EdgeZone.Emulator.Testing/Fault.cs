using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>A fault rule that a sandbox has.</summary>
public sealed class Fault
{
    private readonly SandboxClient _client;

    private Fault(SandboxClient client, FaultReport report) => (_client, Id, Warnings) = (client, report.Id, report.Warnings ?? []);

    /// <summary>Adds a rule to a sandbox.</summary>
    internal static async Task<Fault> AddAsync(SandboxClient client, FaultRule rule, CancellationToken cancellationToken) =>
        new(client, await client.AddFaultAsync(rule, cancellationToken).ConfigureAwait(false));

    /// <summary>Its name, or the one that was made.</summary>
    public string Id { get; }

    /// <summary>What looks odd and is allowed, for instance a code that the API does not document.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The rule as the emulator understood it, and what has become of it.</summary>
    public Task<FaultReport> GetAsync(CancellationToken cancellationToken = default) => _client.GetFaultAsync(Id, cancellationToken);

    /// <summary>How many calls it concerned.</summary>
    public async Task<long> HitsAsync(CancellationToken cancellationToken = default) => (await GetAsync(cancellationToken).ConfigureAwait(false)).Hits;

    /// <summary>How often it did something.</summary>
    public async Task<long> FiredAsync(CancellationToken cancellationToken = default) => (await GetAsync(cancellationToken).ConfigureAwait(false)).Fired;

    /// <summary>Removes it; what it has done stays done.</summary>
    public Task RemoveAsync(CancellationToken cancellationToken = default) => _client.RemoveFaultAsync(Id, cancellationToken);
}
