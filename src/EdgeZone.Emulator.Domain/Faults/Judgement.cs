namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>
/// What rules do to one call. The first that fires wins: after one that concerns the call itself only delays are added; one that concerns a
/// machine wins that machine alone, so that another may concern another.
/// </summary>
/// <param name="machines">How many machines the call has.</param>
internal sealed class Judgement(long machines)
{
    private readonly List<string> _rules = [];
    private TimeSpan _delay;
    private FaultOutcome? _call;
    private Dictionary<int, FaultOutcome>? _ofMachine;
    private FaultOutcome? _ofOthers;

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
            (_ofMachine ??= [])[index] = outcome;
        }
        else
        {
            _ofOthers = outcome;
        }
    }

    /// <summary>What is done to the call; null for nothing.</summary>
    public StruckCall? Struck => _rules.Count == 0 ? null : new StruckCall([.. _rules], _delay, _call, ConcernsMachines);

    /// <summary>What is done to the machine at a place, from 1; null for nothing.</summary>
    public FaultOutcome? OfMachine(int index) => _ofMachine?.GetValueOrDefault(index) ?? _ofOthers;

    /// <summary>Whether anything is done to machines.</summary>
    public bool ConcernsMachines => _ofMachine is not null || _ofOthers is not null;
}
