namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What goes wrong with the work on one machine, decided when the work was ordered.</summary>
/// <param name="Phase">In which phase.</param>
/// <param name="Outcome">How.</param>
/// <param name="Factor">How many times as long a slow phase takes; 1 for any other.</param>
/// <param name="Rule">The id of the rule that said so.</param>
/// <param name="HangsFrom">When the step began that never ends, UTC; null when none has.</param>
/// <param name="HangsTo">When that step would have ended.</param>
public sealed record WorkFault(
    ProvisioningPhase Phase, PhaseOutcome Outcome, double Factor, string Rule, DateTimeOffset? HangsFrom = null, DateTimeOffset? HangsTo = null)
{
    /// <summary>Whether work hangs, or will.</summary>
    public bool Hangs => HangsFrom is not null;

    /// <summary>The step in which the phase is.</summary>
    public ProvisioningStep Step => ProvisioningPhases.StepOf(Phase);

    /// <summary>What goes wrong, in words.</summary>
    public string Word => Outcome switch
    {
        PhaseOutcome.Fails => "fails",
        PhaseOutcome.Hangs => "hangs",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SlowWord} {Factor}"),
    };

    private const string SlowWord = "slow";

    /// <summary>What an event tells of it; null for one that tells of something else.</summary>
    public static WorkFault? Of(Events.WorldEvent happened)
    {
        if (happened.Kind != Events.EventKind.WorkFaulted
            || !Enum.TryParse<ProvisioningPhase>(happened.Before, ignoreCase: true, out var phase)
            || happened.After!.Split(' ') is not [var word, .. var factor]
            || !Enum.TryParse<PhaseOutcome>(word, ignoreCase: true, out var outcome))
        {
            return null;
        }

        return new WorkFault(
            phase, outcome, factor is [var times] ? double.Parse(times, System.Globalization.CultureInfo.InvariantCulture) : 1, happened.Detail ?? "");
    }
}
