namespace EdgeZone.Emulator.Exploring;

/// <summary>How a run of the program ended.</summary>
internal enum Ending
{
    /// <summary>It says that it has done what it was to do.</summary>
    Succeeded,

    /// <summary>It says that it has not.</summary>
    Failed,

    /// <summary>It was not done in time.</summary>
    Endless,

    /// <summary>A signal ended it.</summary>
    Crashed,
}

/// <summary>What was seen of one run of the program.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Detail">What it said of that: an exit code, a message.</param>
/// <param name="Calls">Its calls, in their order.</param>
/// <param name="Held">What it holds at its end, when everything that was due is done.</param>
/// <param name="Objection">What the user's own judge says against it; null when it says nothing, or there is none.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record Observation(
    Ending Ending, string Detail, IReadOnlyList<ObservedCall> Calls, HeldThings Held, string? Objection, TimeSpan Elapsed)
{
    /// <summary>What makes two runs the same: what was called, what came of it, how it ended and what is held.</summary>
    public string Trace { get; } = string.Join(
        '\n', [.. Calls.Select(call => call.Text), Ending.ToString(), .. Held.Counts.Select(count => $"{count.Key} {count.Value}"), $"broken {Held.Broken}"]);

    /// <summary>The end of what it said; empty when nobody listened.</summary>
    public string LastWords { get; init; } = "";

    /// <summary>Whether a fault rule did something.</summary>
    public bool IsStruck => Calls.Any(call => call.IsStruck);
}
