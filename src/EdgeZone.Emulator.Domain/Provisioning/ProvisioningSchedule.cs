using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What becomes due when; steps due at the same time come in the order in which they were scheduled.</summary>
internal sealed class ProvisioningSchedule
{
    private readonly PriorityQueue<ScheduledStep, (DateTimeOffset Due, long Sequence)> _queue = new();
    private readonly ProvisioningDurations _durations;
    private readonly SeededGenerator _chance;
    private long _sequence;

    /// <summary>An empty schedule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative, or the jitter not a fraction.</exception>
    public ProvisioningSchedule(ProvisioningDurations durations, SeededGenerator chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(durations.Network, TimeSpan.Zero, nameof(durations));
        ArgumentOutOfRangeException.ThrowIfLessThan(durations.Install, TimeSpan.Zero, nameof(durations));
        ArgumentOutOfRangeException.ThrowIfLessThan(durations.Wipe, TimeSpan.Zero, nameof(durations));
        if (durations.Jitter is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(durations), durations.Jitter, "The jitter is not a fraction between 0 and 1.");
        }

        (_durations, _chance) = (durations, chance);
    }

    /// <summary>Where the chance of durations has come to.</summary>
    public ulong Chance => _chance.State;

    /// <summary>All steps, in the order in which they will be done.</summary>
    public IEnumerable<ScheduledStep> All => _queue.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element);

    /// <summary>When the next step is due, null when there is none.</summary>
    public DateTimeOffset? NextDue => _queue.TryPeek(out var step, out _) ? step.Due : null;

    /// <summary>The step that is due for an instance, null when there is none.</summary>
    public ScheduledStep? Find(InstanceId instanceId)
    {
        foreach (var (step, _) in _queue.UnorderedItems)
        {
            if (step.InstanceId == instanceId)
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The phases of a step that would begin at a time, should it take as long as was set.</summary>
    public IReadOnlyList<PlannedPhase> Plan(ProvisioningStep step, DateTimeOffset at) => ProvisioningPhases.Of(step, at, at.Plus(DurationOf(step)));

    /// <summary>Begins a step at a time; it is due when its duration has passed.</summary>
    public void Begin(ProvisioningStep step, InstanceId instanceId, DateTimeOffset at)
    {
        var duration = DurationOf(step);
        if (_durations.Jitter > 0)
        {
            duration = duration.Times(1 + (_durations.Jitter * ((2 * _chance.NextFraction()) - 1)));
        }

        Add(new ScheduledStep(at.Plus(duration), step, instanceId, at));
    }

    /// <summary>Adds a step with its due time; it comes behind those that are due at the same time.</summary>
    public void Add(ScheduledStep step) => _queue.Enqueue(step, (step.Due, _sequence++));

    /// <summary>Takes the next step if it is due by then.</summary>
    public bool TryTake(DateTimeOffset until, out ScheduledStep step) =>
        _queue.TryPeek(out step, out _) && step.Due <= until && _queue.TryDequeue(out step, out _);

    private TimeSpan DurationOf(ProvisioningStep step) => step switch
    {
        ProvisioningStep.AssignAddresses => _durations.Network,
        ProvisioningStep.InstallSystem => _durations.Install,
        ProvisioningStep.WipeDisks => _durations.Wipe,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };
}
