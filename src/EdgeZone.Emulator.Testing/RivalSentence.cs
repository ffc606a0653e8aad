using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>A sentence about somebody else, who takes as much as there is of what is said.</summary>
public sealed class RivalSentence : FaultSentence
{
    private readonly SandboxClient _client;
    private readonly FaultRule _rule;
    private readonly FaultRival _rival;

    internal RivalSentence(SandboxClient client, FaultRule rule, FaultRival rival) : base(client, rule) =>
        (_client, _rule, _rival) = (client, rule, rival);

    /// <summary>Takes machines.</summary>
    /// <param name="machines">How many.</param>
    /// <param name="zone">In which zone. Null for the call's.</param>
    /// <param name="type">Of which instance type. Null for the call's.</param>
    public RivalSentence TakesMachines(int machines, string? zone = null, string? type = null) =>
        With(_rival with { Machines = machines, Zone = zone ?? _rival.Zone, InstanceType = type ?? _rival.InstanceType });

    /// <summary>Takes public addresses of the zone's pool of static ones.</summary>
    /// <param name="addresses">How many.</param>
    /// <param name="zone">In which zone. Null for the call's.</param>
    public RivalSentence TakesAddresses(int addresses, string? zone = null) => With(_rival with { Addresses = addresses, Zone = zone ?? _rival.Zone });

    /// <summary>Gives everything back later.</summary>
    /// <param name="span">When, in the sandbox's time.</param>
    public RivalSentence For(TimeSpan span) => With(_rival with { For = span });

    private protected override FaultRule Whole(FaultRule rule) => rule with { Then = [.. rule.Then, new FaultOutcome { Rival = _rival }] };

    private RivalSentence With(FaultRival rival) => new(_client, _rule, rival);
}
