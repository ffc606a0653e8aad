using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>The beginning of a sentence about what shall go wrong: for which calls, and when. What is not said holds for every call.</summary>
public sealed class FaultConditions : FaultVerbs
{
    private readonly SandboxClient _client;
    private readonly FaultRule _rule;

    internal FaultConditions(SandboxClient client, FaultRule rule) => (_client, _rule) = (client, rule);

    /// <summary>The first call that is meant.</summary>
    public FaultConditions First() => Nth(1);

    /// <summary>The second call that is meant.</summary>
    public FaultConditions Second() => Nth(2);

    /// <summary>The third call that is meant.</summary>
    public FaultConditions Third() => Nth(3);

    /// <summary>The nth call that is meant, and no other.</summary>
    /// <param name="n">From 1.</param>
    public FaultConditions Nth(int n) => When(when => when with { Skip = n - 1, Times = 1 });

    /// <summary>The call of that number in the sandbox.</summary>
    /// <param name="number">As in <see cref="RecordedCall.Number"/>.</param>
    public FaultConditions Call(long number) => Match(match => match with { Call = number });

    /// <summary>Once, then never again.</summary>
    public FaultConditions Once() => Times(1);

    /// <summary>So often, then never again.</summary>
    /// <param name="times">How often.</param>
    public FaultConditions Times(int times) => When(when => when with { Times = times });

    /// <summary>Not for the first calls that are meant.</summary>
    /// <param name="calls">How many it lets pass.</param>
    public FaultConditions Skip(int calls) => When(when => when with { Skip = calls });

    /// <summary>For every nth call that is meant.</summary>
    /// <param name="n">2 for every other.</param>
    public FaultConditions Every(int n) => When(when => when with { Every = n });

    /// <summary>By chance, the sandbox's: the same at every run.</summary>
    /// <param name="chance">Above 0, at most 1.</param>
    public FaultConditions WithChance(double chance) => When(when => when with { Chance = chance });

    /// <summary>In a span of the sandbox's time.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="until">Its end, no longer part of it.</param>
    public FaultConditions Between(DateTimeOffset from, DateTimeOffset until) => When(when => when with { From = from, Until = until });

    /// <summary>For calls that name a zone.</summary>
    /// <param name="zone">Its code; <c>*</c> stands for any characters.</param>
    public FaultConditions InZone(string zone) => Match(match => match with { Zone = zone });

    /// <summary>For calls to a region.</summary>
    /// <param name="region">The region; <c>*</c> stands for any characters.</param>
    public FaultConditions InRegion(string region) => Match(match => match with { Region = region });

    /// <summary>For calls that name an instance type.</summary>
    /// <param name="type">The type; <c>*</c> stands for any characters.</param>
    public FaultConditions OfType(string type) => Match(match => match with { InstanceType = type });

    /// <summary>For calls that name instances.</summary>
    /// <param name="name">The name; <c>*</c> stands for any characters, as in <c>web-*</c>.</param>
    public FaultConditions Named(string name) => Match(match => match with { InstanceName = name });

    /// <summary>For calls of an account.</summary>
    /// <param name="appId">The account.</param>
    public FaultConditions Account(long appId) => Match(match => match with { Account = appId });

    /// <summary>Only one machine of the batch.</summary>
    /// <param name="index">Its place, from 1.</param>
    public FaultConditions Machine(int index) => Match(match => match with { Index = index });

    private protected override (SandboxClient, FaultRule) So => (_client, _rule);

    private FaultConditions Match(Func<FaultMatch, FaultMatch> change) => new(_client, _rule with { Match = change(_rule.Match ?? new FaultMatch()) });

    private FaultConditions When(Func<FaultTiming, FaultTiming> change) => new(_client, _rule with { When = change(_rule.When ?? new FaultTiming()) });
}
