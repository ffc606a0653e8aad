using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Rows;
using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What becomes due when; steps due at the same time come in the order in which they were scheduled.</summary>
internal sealed class ProvisioningSchedule
{
    private const int SequenceBits = 64;

    private readonly ProvisioningDurations _durations;
    private readonly SeededGenerator _chance;

    // By due time in ticks, then sequence.
    private readonly SortedRows<PendingStep> _steps;
    private ulong _sequence;

    /// <summary>An empty schedule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative, or the jitter not a fraction.</exception>
    public ProvisioningSchedule(ProvisioningDurations durations, SeededGenerator chance)
        : this(durations, chance, new SortedRows<PendingStep>(), sequence: 0, new WorkFaults())
    {
    }

    private ProvisioningSchedule(ProvisioningDurations durations, SeededGenerator chance, SortedRows<PendingStep> steps, ulong sequence, WorkFaults faults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(durations.Network, TimeSpan.Zero, nameof(durations));
        ArgumentOutOfRangeException.ThrowIfLessThan(durations.Install, TimeSpan.Zero, nameof(durations));
        ArgumentOutOfRangeException.ThrowIfLessThan(durations.Wipe, TimeSpan.Zero, nameof(durations));
        if (durations.Jitter is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(durations), durations.Jitter, "The jitter is not a fraction between 0 and 1.");
        }

        (_durations, _chance, _steps, _sequence, Faults) = (durations, chance, steps, sequence, faults);
    }

    /// <summary>Where the chance of durations has come to.</summary>
    public ulong Chance => _chance.State;

    /// <summary>What goes wrong with the steps.</summary>
    public WorkFaults Faults { get; }

    /// <summary>How many steps there are.</summary>
    public int Count => _steps.Count;

    /// <summary>All steps and when each is due, in the order in which they will be done.</summary>
    public IEnumerable<(DateTimeOffset Due, PendingStep Step)> All => _steps.All.Select(step => (DueOf(step.Key), step.Row));

    /// <summary>When the next step is due, null when there is none.</summary>
    public DateTimeOffset? NextDue => _steps.TryFindLowest(out var key, out _) ? DueOf(key) : null;

    /// <summary>The step that is due for the instance of that number and when; null when there is none. It looks at all of them.</summary>
    public (DateTimeOffset Due, PendingStep Step)? Find(long number)
    {
        foreach (var (due, step) in All)
        {
            if (step.Number == number)
            {
                return (due, step);
            }
        }

        return null;
    }

    /// <summary>The phases of a step that would begin at a time, should it take as long as was set.</summary>
    public IReadOnlyList<PlannedPhase> Plan(ProvisioningStep step, long number, DateTimeOffset at)
    {
        var (duration, fault) = (DurationOf(step), Faults.Of(number, step));
        return ProvisioningPhases.Of(step, at, at.Plus(fault is null ? duration : ProvisioningPhases.LengthOf(duration, fault)), fault);
    }

    /// <summary>Begins a step at a time; it is due when its duration has passed, and never when it hangs.</summary>
    public void Begin(ProvisioningStep step, long number, DateTimeOffset at)
    {
        var duration = DurationOf(step);
        if (_durations.Jitter > 0)
        {
            duration = duration.Times(1 + (_durations.Jitter * ((2 * _chance.NextFraction()) - 1)));
        }

        if (Faults.Of(number, step) is { } fault)
        {
            duration = ProvisioningPhases.LengthOf(duration, fault);
            if (fault.Outcome == PhaseOutcome.Hangs)
            {
                Faults.Set(number, fault with { HangsFrom = at, HangsTo = at.Plus(duration) });
                return;
            }
        }

        Add(at.Plus(duration), new PendingStep(number, at.UtcTicks, step));
    }

    /// <summary>Nothing is done with an instance any more.</summary>
    public void Cancel(long number)
    {
        Faults.Clear(number);
        foreach (var (key, step) in _steps.All)
        {
            if (step.Number == number)
            {
                _steps.Remove(key);
                return;
            }
        }
    }

    /// <summary>Adds a step with its due time; it comes behind those that are due at the same time.</summary>
    public void Add(DateTimeOffset due, PendingStep step) => _steps.TryAdd(((UInt128)(ulong)due.UtcTicks << SequenceBits) | _sequence++, step);

    /// <summary>Takes the next step if it is due by then.</summary>
    public bool TryTake(DateTimeOffset until, out DateTimeOffset due, out PendingStep step)
    {
        if (!_steps.TryFindLowest(out var key, out step))
        {
            due = default;
            return false;
        }

        due = DueOf(key);
        return due <= until && _steps.Remove(key);
    }

    /// <summary>A schedule of its own with the same steps; steps that begin later take other durations.</summary>
    public ProvisioningSchedule Copy(ProvisioningDurations durations) =>
        new(durations, new SeededGenerator(_chance.State), _steps.Copy(), _sequence, Faults.Copy());

    private static DateTimeOffset DueOf(UInt128 key) => new((long)(ulong)(key >> SequenceBits), TimeSpan.Zero);

    private TimeSpan DurationOf(ProvisioningStep step) => step switch
    {
        ProvisioningStep.AssignAddresses => _durations.Network,
        ProvisioningStep.InstallSystem => _durations.Install,
        ProvisioningStep.WipeDisks => _durations.Wipe,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };
}
