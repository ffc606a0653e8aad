namespace EdgeZone.Emulator.Exploring;

/// <summary>Why a search did not come to an end, or could not begin.</summary>
internal enum ExplorationState
{
    /// <summary>Everything was tried that there is to try, or as much as was asked for.</summary>
    Complete,

    /// <summary>The undisturbed run does not report success.</summary>
    UndisturbedFails,

    /// <summary>Two undisturbed runs differ, so that nothing could be said of disturbed ones.</summary>
    UndisturbedDiffers,

    /// <summary>It was interrupted; what had been found until then is told.</summary>
    Interrupted,
}

/// <summary>What came of a search.</summary>
/// <param name="State">Whether it came to its end.</param>
/// <param name="Undisturbed">The run in which nothing went wrong; null when not even that was done.</param>
/// <param name="Runs">How many scenarios were run.</param>
/// <param name="Pruned">How many were not, since nothing new could come of them.</param>
/// <param name="Skipped">How many were not, since there were more than the limit.</param>
/// <param name="Missed">In how many of the runs the fault met no call, since the program took another way.</param>
/// <param name="Findings">What is wrong with the program.</param>
internal sealed record ExplorationReport(
    ExplorationState State, Observation? Undisturbed, int Runs, int Pruned, int Skipped, int Missed, IReadOnlyList<Finding> Findings);

/// <summary>How far a search has come.</summary>
/// <param name="Done">How many scenarios were run.</param>
/// <param name="Of">How many there are to run so far.</param>
/// <param name="Suspicious">How many of them were not survived.</param>
internal readonly record struct ExplorationProgress(int Done, int Of, int Suspicious);
