using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("The calls of a sandbox.")]
internal sealed record CallsView(
    IReadOnlyList<CallView> Calls,
    [property: Description("How many calls there have ever been.")] long Total,
    [property: Description("How many calls and commands are remembered at the most: Emulator:Sandboxes:Calls.")] int Capacity,
    [property: Description("Whether older ones are forgotten: more came than the capacity, or than Emulator:Sandboxes:CallsMemory holds for all sandboxes.")]
    bool Truncated)
{
    /// <summary>The newest first.</summary>
    /// <param name="journal">Where they are.</param>
    /// <param name="reading">What was read there.</param>
    /// <param name="entries">Those of it that are calls and wanted.</param>
    public static CallsView Of(Journal journal, JournalReading reading, IEnumerable<JournalEntry> entries) =>
        new([.. entries.Select(entry => CallView.Of(entry))], reading.Calls, journal.Capacity, reading.Truncated);
}

[Description("One call.")]
internal sealed record CallView(
    [property: Description("Its number in the sandbox, from 1; commands take numbers from the same row.")] long Number,
    [property: Description("When it was its turn, real time, UTC.")] DateTime Outside,
    [property: Description("When it was its turn, the sandbox's time, UTC; absent when it was refused before it got so far.")] DateTime? Inside,
    string Action,
    string Region,
    [property: Description("Who called; empty for an unsigned call.")] string SecretId,
    [property: Description("The account that called.")] long AppId,
    [property: Description("What was sent, secrets masked, cut when very long.")] JsonElement Parameters,
    [property: Description("OK, the code of the error, or what a fault rule gave instead of an answer: HTTP and a status, or Dropped.")]
    string Outcome,
    [property: Description("The message of the error; absent for a success.")] string? Message,
    [property: Description("How long the answer took; absent until it was given.")] double? Milliseconds,
    string RequestId,
    [property: Description("What happened: first what was due when the call came, then what it did; at most 100, all of them where the call is shown alone.")]
    IReadOnlyList<EventView> Effects,
    [property: Description("How much happened.")] long Happened,
    [property: Description("What fault rules did to it; absent for nothing.")] FaultNote? Fault)
{
    private const int MostEffects = 100;

    public static CallView Of(JournalEntry entry) => Of(entry, MostEffects);

    public static CallView Of(JournalEntry entry, int effects) => new(
        entry.Number,
        entry.Outside.UtcDateTime,
        entry.Inside?.UtcDateTime,
        entry.Call!.Action.Name,
        entry.Call.Region,
        entry.Call.SecretId,
        entry.AppId,
        EntryText.ParametersOf(entry.Call),
        entry.Outcome,
        entry.Error?.Message,
        entry.Elapsed is { } elapsed ? Math.Round(elapsed.TotalMilliseconds, 3) : null,
        entry.RequestId.ToString(),
        [.. entry.Events.Take(effects).Select(EventView.Of)],
        entry.Happened,
        entry.Fault is { } fault ? FaultNote.Of(fault) : null);
}

[Description("One call with all that was said.")]
internal sealed record CallDetails(
    CallView Call,
    [property: Description("The language of its messages.")] string Language,
    [property: Description("The whole answer; absent until it was given, and when it is longer than 4 MiB.")] JsonElement? Answer)
{
    public static CallDetails Of(JournalEntry entry) =>
        new(CallView.Of(entry, int.MaxValue), LanguageNames.Of(entry.Call!.Language), EntryText.AnswerOf(entry));
}
