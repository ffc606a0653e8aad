namespace EdgeZone.Emulator.Exploring;

/// <summary>What a run shows beside the undisturbed one, without anybody having told what the program is for.</summary>
internal static class Verdict
{
    /// <summary>What is wrong with a run; null when nothing is.</summary>
    /// <param name="run">The run.</param>
    /// <param name="undisturbed">The run in which nothing went wrong.</param>
    /// <param name="allowed">What shall not count.</param>
    public static FindingKind? Of(Observation run, Observation undisturbed, IReadOnlySet<FindingKind> allowed) =>
        Of(run, undisturbed) is { } kind && !allowed.Contains(kind) ? kind : null;

    private static FindingKind? Of(Observation run, Observation undisturbed) => run.Ending switch
    {
        Ending.Endless => FindingKind.Endless,
        Ending.Crashed => FindingKind.Crash,
        Ending.Succeeded when run.Held.IsMoreThan(undisturbed.Held) => FindingKind.Duplicate,
        Ending.Succeeded when !run.Held.IsLike(undisturbed.Held) => FindingKind.Lie,
        Ending.Failed when run.Held.CouldBeGivenBack => FindingKind.Leak,
        _ => run.Objection is null ? null : FindingKind.Oracle,
    };
}
