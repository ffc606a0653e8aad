using System.Text.Json;

namespace EdgeZone.Emulator.Exploring;

/// <summary>What is wrong with a program.</summary>
internal enum FindingKind
{
    /// <summary>It reports success and believes in what is not there, or does not run.</summary>
    Lie,

    /// <summary>It reports success and holds more than it wanted.</summary>
    Duplicate,

    /// <summary>It reports failure and leaves things behind.</summary>
    Leak,

    /// <summary>It does not come to an end.</summary>
    Endless,

    /// <summary>A signal ended it.</summary>
    Crash,

    /// <summary>The user's own judge objects.</summary>
    Oracle,
}

/// <summary>Judges a run by what the undisturbed one held, without having been told what the program is for.</summary>
internal static class Judgement
{
    /// <summary>For instance <c>lie</c>.</summary>
    public static string Word(this FindingKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

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
