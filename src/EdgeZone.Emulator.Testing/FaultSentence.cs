using System.Runtime.CompilerServices;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>A whole sentence about what shall go wrong. Awaiting it adds it to the sandbox.</summary>
public class FaultSentence
{
    private readonly SandboxClient _client;
    private readonly FaultRule _rule;

    internal FaultSentence(SandboxClient client, FaultRule rule) => (_client, _rule) = (client, rule);

    /// <summary>The rule as it is written in JSON.</summary>
    public FaultRule Rule => Whole(_rule);

    /// <summary>What happens the next time; what comes last stays.</summary>
    public FaultVerbs Then => new Sequel(_client, Rule);

    /// <summary>It is to have fired: <see cref="Sandbox.VerifyAsync"/> finds one that has not.</summary>
    public FaultSentence Required() => new(_client, Rule with { Required = true });

    /// <summary>Its name, in the header <c>X-Emulator-Fault</c> of answers and in the journal. Default: one is made.</summary>
    /// <param name="name">Letters, digits, dots, dashes and underscores.</param>
    public FaultSentence As(string name) => new(_client, Rule with { Name = name });

    /// <summary>The last of what happens comes later, in real time.</summary>
    /// <param name="delay">By how much.</param>
    public FaultSentence After(TimeSpan delay)
    {
        var rule = Rule;
        return new FaultSentence(_client, rule with { Then = [.. rule.Then.SkipLast(1), (rule.Then[^1] ?? new FaultOutcome()) with { Delay = delay }] });
    }

    /// <summary>Adds it to the sandbox, as awaiting it does.</summary>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">It makes no sense; <see cref="ControlPlaneException.Field"/> says where.</exception>
    public Task<Fault> AddAsync(CancellationToken cancellationToken = default) => Fault.AddAsync(_client, Rule, cancellationToken);

    /// <summary>Adds it to the sandbox.</summary>
    public TaskAwaiter<Fault> GetAwaiter() => AddAsync().GetAwaiter();

    private protected virtual FaultRule Whole(FaultRule rule) => rule;

    private sealed class Sequel(SandboxClient client, FaultRule rule) : FaultVerbs
    {
        private protected override (SandboxClient, FaultRule) So => (client, rule);
    }
}
