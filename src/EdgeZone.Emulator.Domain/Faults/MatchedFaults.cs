using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>
/// What rules do to one call. The first that fires wins: after one that concerns the call itself only delays are added; one that concerns a
/// machine wins that machine alone, so that another may concern another.
/// </summary>
/// <param name="machines">How many machines the call has.</param>
internal sealed class MatchedFaults(long machines)
{
    private readonly List<string> _rules = [];
    private TimeSpan _delay;
    private FaultOutcome? _call;
    private Dictionary<int, (FaultOutcome Outcome, string Rule)>? _ofMachine;
    private (FaultOutcome Outcome, string Rule)? _ofOthers;

    /// <summary>Whether a rule still has something to say.</summary>
    public bool IsOpenTo(ActiveRule rule)
    {
        if (rule.OnlyDelays)
        {
            return true;
        }

        if (_call is not null || _ofOthers is not null)
        {
            return false;
        }

        return _ofMachine is null
            || (rule.ConcernsMachines && (rule.Rule.Match.Index is { } index ? !_ofMachine.ContainsKey(index) : _ofMachine.Count < machines));
    }

    /// <summary>What a name asks for comes behind the rules, and for what they have left.</summary>
    /// <returns>Whether they have left it anything.</returns>
    public bool TryAdd(NamedFault named)
    {
        if (_call is not null || _ofOthers is not null || (_ofMachine is not null && !named.Outcome.ConcernsMachines))
        {
            return false;
        }

        _rules.Add(named.Name);
        if (named.Outcome.ConcernsMachines)
        {
            _ofOthers = (named.Outcome, named.Name);
        }
        else
        {
            _call = named.Outcome;
        }

        return true;
    }

    /// <summary>A rule fires.</summary>
    public void Add(ActiveRule rule, FaultOutcome outcome)
    {
        _rules.Add(rule.Rule.Id);
        var delay = outcome.Delay ?? TimeSpan.Zero;
        _delay = delay < TimeSpan.MaxValue - _delay ? _delay + delay : TimeSpan.MaxValue;
        if (outcome.OnlyDelays)
        {
            return;
        }

        if (!outcome.ConcernsMachines)
        {
            _call = outcome;
        }
        else if (rule.Rule.Match.Index is { } index)
        {
            (_ofMachine ??= [])[index] = (outcome, rule.Rule.Id);
        }
        else
        {
            _ofOthers = (outcome, rule.Rule.Id);
        }
    }

    /// <summary>What is done to the call; null for nothing.</summary>
    public StruckCall? Struck => _rules.Count == 0 ? null : new StruckCall([.. _rules], _delay, _call, ConcernsMachines);

    /// <summary>Whether the machine at a place, from 1, cannot be had.</summary>
    public bool IsUnavailable(int index) => OfMachine(index)?.Outcome is { Machine: MachineFault.Unavailable };

    /// <summary>What goes wrong with a step of the work on the machine at a place, from 1, or one after it; null for nothing.</summary>
    public WorkFault? WorkOf(int index, bool isWipe) =>
        OfMachine(index) is ({ Provisioning: { } work }, var rule) && work.Phase == ProvisioningPhase.Wipe == isWipe
            ? new WorkFault(work.Phase, work.Outcome, work.Factor ?? 1, rule)
            : null;

    private (FaultOutcome Outcome, string Rule)? OfMachine(int index) => _ofMachine is not null && _ofMachine.TryGetValue(index, out var own) ? own : _ofOthers;

    /// <summary>Whether anything is done to machines.</summary>
    public bool ConcernsMachines => _ofMachine is not null || _ofOthers is not null;
}
