namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>A rule in force, and what has become of it.</summary>
internal sealed class ActiveRule
{
    /// <summary>How many numbers of calls are kept.</summary>
    public const int MostCalls = 100;

    private readonly TextPattern _action;
    private readonly TextPattern _region;
    private readonly TextPattern _zone;
    private readonly TextPattern _instanceType;
    private readonly TextPattern _instanceName;
    private List<long> _calls = [];
    private long _hits;
    private long _turns;

    public ActiveRule(FaultRule rule)
    {
        Rule = rule;
        _action = new TextPattern(rule.Match.Action);
        _region = new TextPattern(rule.Match.Region);
        _zone = new TextPattern(rule.Match.Zone);
        _instanceType = new TextPattern(rule.Match.InstanceType);
        _instanceName = new TextPattern(rule.Match.InstanceName);
        OnlyDelays = rule.Then.All(outcome => outcome.OnlyDelays);
        ConcernsMachines = !OnlyDelays && rule.Then.All(outcome => outcome.ConcernsMachines || outcome.OnlyDelays);
    }

    public ActiveRule(FaultReading reading)
        : this(reading.Rule) => (_hits, _turns, Fired, _calls) = (reading.Counts.Hits, reading.Counts.Turns, reading.Counts.Fired, [.. reading.Counts.Calls]);

    public FaultRule Rule { get; }

    /// <summary>Whether it never does anything but to delay.</summary>
    public bool OnlyDelays { get; }

    /// <summary>Whether it never does anything to the call itself but to delay it.</summary>
    public bool ConcernsMachines { get; }

    /// <summary>How often it did something.</summary>
    public long Fired { get; private set; }

    public FaultReading Reading => new(Rule, new FaultCounts(_hits, _turns, Fired, [.. _calls]));

    /// <summary>Whether it can concern calls of an action.</summary>
    public bool MayConcern(string action) => _action.Matches(action);

    /// <summary>Whether it concerns a call of an action that it may concern.</summary>
    public bool Concerns(in CallFacts call, long number, DateTimeOffset now)
    {
        var (match, when) = (Rule.Match, Rule.When);
        return (match.Call is not { } wanted || wanted == number)
            && (match.Account is not { } account || account == call.Account)
            && (match.Index is not { } index || index <= call.Machines)
            && _zone.Matches(call.Zone)
            && _instanceType.Matches(call.InstanceType)
            && _instanceName.Matches(call.InstanceName)
            && _region.Matches(call.Region)
            && (when.From is not { } from || now >= from)
            && (when.Until is not { } until || now < until);
    }

    /// <summary>Counts a call that it concerns.</summary>
    /// <returns>What it does to it; null for nothing.</returns>
    public FaultOutcome? Hit(long number, Chance.SeededGenerator chance)
    {
        _hits++;
        var when = Rule.When;
        if (_hits <= when.Skip || (_hits - when.Skip) % when.Every != 0 || Fired >= when.Times)
        {
            return null;
        }

        if (when.Chance is { } likely && chance.NextFraction() >= likely)
        {
            return null;
        }

        var outcome = Rule.Then[(int)Math.Min(_turns++, Rule.Then.Count - 1)];
        if (outcome.Passes)
        {
            return null;
        }

        Fired++;
        if (_calls.Count < MostCalls)
        {
            _calls.Add(number);
        }

        return outcome;
    }

    /// <summary>A rule of its own with the same counts.</summary>
    public ActiveRule Copy()
    {
        var copy = (ActiveRule)MemberwiseClone();
        copy._calls = [.. _calls];
        return copy;
    }
}
