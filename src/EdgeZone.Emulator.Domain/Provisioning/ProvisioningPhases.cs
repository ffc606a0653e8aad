namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>How the time of a step is shared out among its phases. They follow from its begin and end alone, so nothing is kept of them and nothing becomes due.</summary>
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
