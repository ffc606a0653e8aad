using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;

namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>The rules of a sandbox, in their order.</summary>
/// <param name="chance">Decides where a rule leaves it to chance.</param>
/// <param name="most">How many rules there may be.</param>
internal sealed class FaultPlan(SeededGenerator chance, int most)
{
    private readonly List<ActiveRule> _rules = [];

    // Which rules can concern an action, for the actions that were asked about since the rules last changed.
    private readonly Dictionary<string, ActiveRule[]> _ofAction = new(StringComparer.Ordinal);

    /// <summary>Where its chance has come to.</summary>
    public ulong Chance => chance.State;

    /// <summary>How many rules there are.</summary>
    public int Count => _rules.Count;

    /// <summary>How many ids were made.</summary>
    public long Made { get; private set; }

    /// <summary>The rules and what has become of them, in their order.</summary>
    public IEnumerable<FaultReading> All => _rules.Select(rule => rule.Reading);

    /// <summary>A rule and what has become of it.</summary>
    /// <exception cref="ControlException">Field <c>id</c>: there is none of that id.</exception>
    public FaultReading Find(string id) => _rules[PlaceOf(id)].Reading;

    /// <summary>Adds a rule behind the others; one without an id gets one.</summary>
    /// <exception cref="ControlException">Field <c>name</c>: the id is taken, or there are as many rules as may be.</exception>
    public FaultReading Add(FaultRule rule)
    {
        if (_rules.Count >= most)
        {
            throw ControlException.Conflict("faults", $"There are {most} rules already, as many as Emulator:Sandboxes:Faults allows.");
        }

        if (rule.Id.Length == 0)
        {
            rule = rule with { Id = NextId() };
        }
        else if (Has(rule.Id))
        {
            throw ControlException.Conflict("name", $"There is a rule '{rule.Id}' already.");
        }

        return Put(_rules.Count, new ActiveRule(rule));
    }

    /// <summary>Puts a rule in the place of the one of its id; its counts begin anew.</summary>
    /// <exception cref="ControlException">Field <c>id</c>: there is none of that id.</exception>
    public FaultReading Replace(FaultRule rule)
    {
        var place = PlaceOf(rule.Id);
        _rules.RemoveAt(place);
        return Put(place, new ActiveRule(rule));
    }

    /// <summary>Removes a rule.</summary>
    /// <exception cref="ControlException">Field <c>id</c>: there is none of that id.</exception>
    public void Remove(string id)
    {
        _rules.RemoveAt(PlaceOf(id));
        _ofAction.Clear();
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        _rules.Clear();
        _ofAction.Clear();
    }

    /// <summary>Puts back what was written down.</summary>
    public void Restore(IEnumerable<FaultReading> readings, long made)
    {
        _rules.AddRange(readings.Select(reading => new ActiveRule(reading)));
        Made = made;
    }

    /// <summary>Looks for the rules that match a call, in their order, and counts.</summary>
    /// <param name="call">What is known of it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="now">The sandbox's time.</param>
    /// <param name="faults">Gets what they do.</param>
    /// <returns>Whether any rule has counted it.</returns>
    public bool Match(in CallFacts call, long number, DateTimeOffset now, MatchedFaults faults)
    {
        var counted = false;
        foreach (var rule in Of(call.Action))
        {
            if (!faults.IsOpenTo(rule) || !rule.Concerns(call, number, now))
            {
                continue;
            }

            counted = true;
            if (rule.Hit(number, chance) is { } outcome)
            {
                faults.Add(rule, outcome);
            }
        }

        return counted;
    }

    /// <summary>Whether any rule can concern calls of an action.</summary>
    public bool MayConcern(string action) => _rules.Count > 0 && Of(action).Length > 0;

    /// <summary>A plan of its own with the same rules and counts.</summary>
    public FaultPlan Copy(int mostOfIts)
    {
        var copy = new FaultPlan(new SeededGenerator(chance.State), mostOfIts) { Made = Made };
        copy._rules.AddRange(_rules.Select(rule => rule.Copy()));
        return copy;
    }

    private ActiveRule[] Of(string action)
    {
        if (!_ofAction.TryGetValue(action, out var rules))
        {
            _ofAction[action] = rules = [.. _rules.Where(rule => rule.MayConcern(action))];
        }

        return rules;
    }

    private FaultReading Put(int place, ActiveRule rule)
    {
        _rules.Insert(place, rule);
        _ofAction.Clear();
        return rule.Reading;
    }

    private string NextId()
    {
        string id;
        do
        {
            id = $"fault-{++Made}";
        }
        while (Has(id));
        return id;
    }

    private bool Has(string id) => _rules.Any(rule => rule.Rule.Id == id);

    private int PlaceOf(string id) => _rules.FindIndex(rule => rule.Rule.Id == id) is >= 0 and var place
        ? place
        : throw new ControlException("id", $"There is no rule '{id}'.", isNotFound: true);
}
