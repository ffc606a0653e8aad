namespace EdgeZone.Emulator.Exploring;

/// <summary>
/// Runs a program once with nothing going wrong, then once for everything that could, then, where it has taken another way, once for everything that
/// could go wrong there; judges each run, and makes sure of what it finds.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="options">What to search for.</param>
/// <param name="tell">Learns how far it has come; may be called from several threads, but not at once.</param>
internal sealed class Exploration(IExploredProgram program, ExplorationOptions options, Action<ExplorationProgress>? tell = null)
{
    /// <summary>How many runs that wait go on side by side: waiting costs no processor.</summary>
    private const int SlowJobs = 16;

    private readonly PositionFinder _finder = options.Finder();
    private readonly Lock _telling = new();
    private readonly List<(Scenario Scenario, Observation Run)> _runs = [];
    private Observation? _undisturbed;
    private int _planned;
    private int _done;
    private int _suspicious;
    private int _pruned;
    private int _skipped;

    /// <summary>Searches; an interruption ends it with what was found until then.</summary>
    public async Task<ExplorationReport> RunAsync(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        try
        {
            _undisturbed = await program.RunAsync(Scenario.Undisturbed.Rules(), cancellation);
            if (_undisturbed.Ending != Ending.Succeeded || _undisturbed.Objection is not null)
            {
                return Report(ExplorationState.UndisturbedFails, findings);
            }

            if ((await program.RunAsync(Scenario.Undisturbed.Rules(), cancellation)).Trace != _undisturbed.Trace)
            {
                return Report(ExplorationState.UndisturbedDiffers, findings);
            }

            await RunWaveAsync(SingleScenarios(), cancellation);
            if (options.Kinds.Contains(FaultKind.Pair))
            {
                await RunWaveAsync(Pairs(), cancellation);
            }

            await ConfirmAsync(findings, cancellation);
            return Report(ExplorationState.Complete, findings);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Report(ExplorationState.Interrupted, findings);
        }
    }

    /// <summary>Runs one scenario again.</summary>
    /// <param name="id">Its id, as a report has it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The run; null when there is no scenario of that id.</returns>
    public async Task<(Scenario Scenario, Observation Run, FindingKind? Found)?> ReplayAsync(string id, CancellationToken cancellation)
    {
        var scenario = Scenario.Undisturbed;
        var run = _undisturbed = await program.RunAsync(scenario.Rules(), cancellation);
        foreach (var part in Scenario.Parts(id))
        {
            if (_finder.Find(run.Calls, 0).Found.FirstOrDefault(position => position.Id == part) is not { } position)
            {
                return null;
            }

            scenario = scenario.Then(position);
            run = await program.RunAsync(scenario.Rules(), cancellation);
        }

        return (scenario, run, Verdict.Of(run, _undisturbed, options.Allowed));
    }

    private List<Scenario> SingleScenarios()
    {
        var (found, pruned) = _finder.Find(_undisturbed!.Calls, 0);
        _pruned += pruned;
        return [.. found.Select(position => Scenario.Undisturbed.Then(position))];
    }

    /// <summary>
    /// What else can go wrong after a fault that the program survived by calling once more: whoever does not survive the first needs no second. Two
    /// faults after which the program did the same are followed by the same.
    /// </summary>
    private List<Scenario> Pairs()
    {
        var pairs = new List<Scenario>();
        var ways = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (scenario, run) in _runs)
        {
            var struck = run.Calls.ToList().FindIndex(call => call.IsStruck);
            if (struck < 0 || run.Calls.Count <= _undisturbed!.Calls.Count || FoundIn(run) is not null)
            {
                continue;
            }

            var (found, pruned) = _finder.Find(run.Calls, struck + 1);
            _pruned += pruned;
            var way = string.Join('\n', [$"{struck}", .. run.Calls.Where(call => !call.IsStruck).Select(call => call.Text)]);
            if (options.Prunes && !ways.Add(way))
            {
                _pruned += found.Count;
                continue;
            }

            pairs.AddRange(found.Select(scenario.Then));
        }

        return pairs;
    }

    private async Task RunWaveAsync(List<Scenario> wave, CancellationToken cancellation)
    {
        var kept = wave.Take(Math.Max(0, options.Limit - _planned)).ToList();
        _skipped += wave.Count - kept.Count;
        _planned += kept.Count;
        var runs = new Observation?[kept.Count];
        try
        {
            await EachAsync(
                kept,
                async (place, end) =>
                {
                    runs[place] = await program.RunAsync(kept[place].Rules(), end);
                    Tell(runs[place]!);
                },
                cancellation);
        }
        finally
        {
            _runs.AddRange(kept.Zip(runs).Where(one => one.Second is not null).Select(one => (one.First, one.Second!)));
        }
    }

    /// <summary>Does something with each scenario by its place, as many at a time as there are jobs; those that wait come last.</summary>
    private async Task EachAsync(List<Scenario> scenarios, Func<int, CancellationToken, Task> run, CancellationToken cancellation)
    {
        await RunAsync(slow: false, options.Jobs);
        await RunAsync(slow: true, Math.Max(options.Jobs, SlowJobs));

        Task RunAsync(bool slow, int jobs) => Parallel.ForEachAsync(
            Enumerable.Range(0, scenarios.Count).Where(place => scenarios[place].IsSlow == slow),
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            async (place, end) => await run(place, end));
    }

    private void Tell(Observation run)
    {
        lock (_telling)
        {
            _done++;
            _suspicious += FoundIn(run) is null ? 0 : 1;
            tell?.Invoke(new ExplorationProgress(_done, _planned, _suspicious));
        }
    }

    /// <summary>Makes one finding of those that are alike, and runs the simplest of them again: whether it repeats is part of what is told.</summary>
    private async Task ConfirmAsync(List<Finding> findings, CancellationToken cancellation)
    {
        var groups = Alike().ToList();
        var confirmed = new Finding?[groups.Count];
        try
        {
            await EachAsync(
                [.. groups.Select(group => group[0].Scenario)],
                async (place, end) => confirmed[place] = await ConfirmAsync(groups[place], end),
                cancellation);
        }
        finally
        {
            findings.AddRange(confirmed.OfType<Finding>());
        }
    }

    private async Task<Finding> ConfirmAsync(List<(Scenario Scenario, Observation Run)> group, CancellationToken cancellation)
    {
        var ((scenario, run), places) = (group[0], group.Select(one => one.Scenario.Id).ToArray());
        var kind = FoundIn(run)!.Value;
        var repeats = 1;
        for (var again = 1; again < Finding.Attempts; again++)
        {
            repeats += FoundIn(await program.RunAsync(scenario.Rules(), cancellation)) == kind ? 1 : 0;
        }

        return new Finding(kind, scenario, run, places, repeats);
    }

    private IEnumerable<List<(Scenario Scenario, Observation Run)>> Alike()
    {
        var bad = _runs.Where(one => FoundIn(one.Run) is not null).ToList();
        var alone = bad.Where(one => one.Scenario.Positions.Count == 1).Select(one => KeyOf(one.Scenario, one.Run)).ToHashSet();
        return bad
            // What happens by the second fault alone, if at another call of the action, is told there.
            .Where(one => one.Scenario.Positions.Count == 1 || !alone.Contains(KeyOf(one.Scenario, one.Run)))
            .GroupBy(one => (one.Scenario.Last.Action, FoundIn(one.Run), one.Scenario.Fault))
            .Select(group => group.OrderBy(one => one.Scenario.Last.Occurrence).ToList());
    }

    private (string Action, string Detail, FindingKind? Kind) KeyOf(Scenario scenario, Observation run) =>
        (scenario.Last.Action, scenario.Last.Detail, FoundIn(run));

    private FindingKind? FoundIn(Observation run) => Verdict.Of(run, _undisturbed!, options.Allowed);

    private ExplorationReport Report(ExplorationState state, List<Finding> findings) => new(
        state,
        _undisturbed,
        _runs.Count,
        _pruned,
        _skipped,
        _runs.Count(one => !one.Run.IsStruck),
        findings.Count > 0 || state == ExplorationState.Complete ? findings : [.. _undisturbed is null ? [] : Unconfirmed()]);

    // Whoever interrupts the search wants to know what it has seen.
    private IEnumerable<Finding> Unconfirmed() => Alike().Select(group => new Finding(
        FoundIn(group[0].Run)!.Value, group[0].Scenario, group[0].Run, [.. group.Select(one => one.Scenario.Id)], Repeats: 1));
}
