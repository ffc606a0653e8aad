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

    /// <summary>Until nothing is due.</summary>
    public sealed record Idle : AdvanceTarget;

    /// <summary>To the next step that is due.</summary>
    public sealed record NextEvent : AdvanceTarget;

    /// <summary>By a span.</summary>
    public sealed record Span(TimeSpan Value) : AdvanceTarget;

    /// <summary>To an instant.</summary>
    public sealed record Instant(DateTimeOffset Value) : AdvanceTarget;

    /// <summary>Until no instance is allocating.</summary>
    public sealed record AllAllocated : AdvanceTarget;

    /// <summary>Until an instance is no longer allocating.</summary>
    public sealed record Allocated(InstanceId InstanceId) : AdvanceTarget;
}
