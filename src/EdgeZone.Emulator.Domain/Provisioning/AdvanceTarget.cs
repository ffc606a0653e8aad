using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>How far to move a sandbox's clock forward.</summary>
public abstract record AdvanceTarget
{
    private AdvanceTarget()
    {
    }

    /// <summary>Until nothing is due any more.</summary>
    public static AdvanceTarget UntilIdle { get; } = new Idle();

    /// <summary>To the time at which the next step is due.</summary>
    public static AdvanceTarget UntilNextEvent { get; } = new NextEvent();

    /// <summary>Until no instance is allocating any more, whoever owns it.</summary>
    public static AdvanceTarget UntilNoneAllocating { get; } = new AllAllocated();

    /// <summary>By a span, which must not be negative.</summary>
    public static AdvanceTarget By(TimeSpan span) => new Span(span);

    /// <summary>To an instant, which must not be past.</summary>
    public static AdvanceTarget To(DateTimeOffset instant) => new Instant(instant);

    /// <summary>Until the instance is no longer allocating.</summary>
    public static AdvanceTarget UntilInstanceLeavesAllocating(InstanceId instanceId) => new Allocated(instanceId);

    internal sealed record Idle : AdvanceTarget;

    internal sealed record NextEvent : AdvanceTarget;

    internal sealed record Span(TimeSpan Value) : AdvanceTarget;

    internal sealed record Instant(DateTimeOffset Value) : AdvanceTarget;

    internal sealed record AllAllocated : AdvanceTarget;

    internal sealed record Allocated(InstanceId InstanceId) : AdvanceTarget;
}
