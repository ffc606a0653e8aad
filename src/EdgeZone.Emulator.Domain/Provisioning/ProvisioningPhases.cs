using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>
/// How the time of a step is shared out among its phases. They follow from its begin and end alone, so nothing is kept of them and nothing becomes
/// due.
/// </summary>
public static class ProvisioningPhases
{
    private const int Whole = 20;

    // About what machines with local disks take: most of it is writing the image.
    private static readonly (ProvisioningPhase Phase, int Parts)[] Installation =
        [(ProvisioningPhase.Power, 1), (ProvisioningPhase.Pxe, 2), (ProvisioningPhase.Image, 13), (ProvisioningPhase.Configure, 4)];

    private static readonly (ProvisioningPhase Phase, int Parts)[] Network = [(ProvisioningPhase.Network, Whole)];

    private static readonly (ProvisioningPhase Phase, int Parts)[] Wiping = [(ProvisioningPhase.Wipe, Whole)];

    /// <summary>The phases of a step, each of which begins where the one before ends: the first with the step, the last ends with it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="begin">When it begins.</param>
    /// <param name="end">When it ends, not before it begins.</param>
    public static IReadOnlyList<PlannedPhase> Of(ProvisioningStep step, DateTimeOffset begin, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, begin);
        var shares = SharesOf(step);
        var phases = new PlannedPhase[shares.Length];
        var (from, parts) = (begin, 0);
        for (var i = 0; i < shares.Length; i++)
        {
            parts += shares[i].Parts;
            var to = begin + TimeSpan.FromTicks((long)((Int128)(end - begin).Ticks * parts / Whole));
            phases[i] = new PlannedPhase(shares[i].Phase, from, to);
            from = to;
        }

        return phases;
    }

    /// <summary>The same where something goes wrong: no phase follows one that fails or hangs, and a slow one has a larger share.</summary>
    /// <param name="step">The step.</param>
    /// <param name="begin">When it begins.</param>
    /// <param name="end">When it ends, not before it begins; of one that hangs, when it would have ended.</param>
    /// <param name="fault">What goes wrong in it; null for nothing.</param>
    public static IReadOnlyList<PlannedPhase> Of(ProvisioningStep step, DateTimeOffset begin, DateTimeOffset end, WorkFault? fault)
    {
        if (fault is null || fault.Step != step)
        {
            return Of(step, begin, end);
        }

        if (fault.Outcome == PhaseOutcome.Hangs)
        {
            var planned = Of(step, begin, end);
            var before = planned.TakeWhile(phase => phase.Phase != fault.Phase).ToList();
            return [.. before, planned[before.Count] with { End = PlannedPhase.Never }];
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(end, begin);
        var shares = SharesOf(step).Select(share => (share.Phase, Parts: share.Phase == fault.Phase ? share.Parts * fault.Factor : share.Parts)).ToArray();
        if (fault.Outcome == PhaseOutcome.Fails)
        {
            shares = shares[..(Array.FindIndex(shares, share => share.Phase == fault.Phase) + 1)];
        }

        var (from, parts, whole) = (begin, 0.0, shares.Sum(share => share.Parts));
        var phases = new PlannedPhase[shares.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            parts += shares[i].Parts;
            var to = i == shares.Length - 1 ? end : begin + TimeSpan.FromTicks((long)((end - begin).Ticks * (parts / whole)));
            phases[i] = new PlannedPhase(shares[i].Phase, from, to);
            from = to;
        }

        return phases;
    }

    /// <summary>The step in which a phase is.</summary>
    public static ProvisioningStep StepOf(ProvisioningPhase phase) => phase switch
    {
        ProvisioningPhase.Network => ProvisioningStep.AssignAddresses,
        ProvisioningPhase.Wipe => ProvisioningStep.WipeDisks,
        _ => ProvisioningStep.InstallSystem,
    };

    /// <summary>How long a step takes, instead of its duration, with something that goes wrong in it.</summary>
    internal static TimeSpan LengthOf(TimeSpan duration, WorkFault fault)
    {
        var (before, own) = (0, 0);
        foreach (var (phase, parts) in SharesOf(fault.Step))
        {
            if (phase == fault.Phase)
            {
                own = parts;
                break;
            }

            before += parts;
        }

        return fault.Outcome switch
        {
            PhaseOutcome.Fails => duration.Times((before + own) / (double)Whole),
            PhaseOutcome.Slow => duration.Times(1 + (own / (double)Whole * (fault.Factor - 1))),
            _ => duration,
        };
    }

    /// <summary>The phase that is under way at a time: the first that has not ended by then, the last one when all have.</summary>
    public static PlannedPhase At(DateTimeOffset now, IReadOnlyList<PlannedPhase> phases)
    {
        foreach (var phase in phases)
        {
            if (now < phase.End)
            {
                return phase;
            }
        }

        return phases[^1];
    }

    private static (ProvisioningPhase Phase, int Parts)[] SharesOf(ProvisioningStep step) => step switch
    {
        ProvisioningStep.AssignAddresses => Network,
        ProvisioningStep.InstallSystem => Installation,
        ProvisioningStep.WipeDisks => Wiping,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };
}
