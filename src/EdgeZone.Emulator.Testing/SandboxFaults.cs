using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// What shall go wrong in a sandbox, in sentences: which calls, when, and what happens to them. A sentence is added to the sandbox when it is awaited,
/// and checked then: one that makes no sense throws <see cref="ControlPlaneException"/>, which names the member that is wrong.
/// </summary>
/// <remarks>Rules are judged in the order in which they were added; the first that fires wins, and delays add up.</remarks>
/// <example>
/// <code>
/// await sandbox.Faults.On("CreateInstances").Third().Machine(3).FailsAt(Phase.Pxe);
/// await sandbox.Faults.On("TerminateInstances").Once().LosesAnswer().Required();
/// await sandbox.Faults.On("*").Every(10).Throttles();
/// await sandbox.Faults.On("DescribeInstances").Throttles().Then.LosesAnswer().Then.Passes();
/// await sandbox.Faults.Rival().TakesMachines(2, "ap-guangzhou-1", "BMS5.MEDIUM8");
/// </code>
/// </example>
public sealed class SandboxFaults
{
    private readonly SandboxClient _client;

    internal SandboxFaults(SandboxClient client) => _client = client;

    /// <summary>A sentence about calls of an action.</summary>
    /// <param name="action">The action; <c>*</c> stands for any characters.</param>
    public FaultConditions On(string action) => new(_client, new FaultRule { Match = new FaultMatch { Action = action }, Then = [] });

    /// <summary>
    /// Somebody else takes things just before the next <c>CreateInstances</c>: between a look at the stock and the order. For another moment:
    /// <see cref="On"/> and <see cref="FaultVerbs.Rival"/>.
    /// </summary>
    public RivalSentence Rival() => On("CreateInstances").Once().Rival();

    /// <summary>Adds a rule as it is written in JSON.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<Fault> AddAsync(FaultRule rule, CancellationToken cancellationToken = default) => Fault.AddAsync(_client, rule, cancellationToken);

    /// <summary>All rules, with how often they were hit and fired.</summary>
    public async Task<IReadOnlyList<FaultReport>> ListAsync(CancellationToken cancellationToken = default) =>
        (await _client.ListFaultsAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Faults;

    /// <summary>Removes all rules; what they have done stays done.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) => _client.ClearFaultsAsync(cancellationToken);
}
