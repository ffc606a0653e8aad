using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Exploring.Reports;

/// <summary>A report as a JSON object.</summary>
internal sealed record ExplorationView(
    string State, int Runs, int Pruned, int Skipped, int Missed, RunView? Undisturbed, IReadOnlyList<FindingView> Findings)
{
    public static ExplorationView Of(ExplorationReport report) => new(
        JsonNamingPolicy.CamelCase.ConvertName(report.State.ToString()),
        report.Runs,
        report.Pruned,
        report.Skipped,
        report.Missed,
        report.Undisturbed is { } run ? RunView.Of(run) : null,
        [.. report.Findings.Select(FindingView.Of)]);

    /// <summary>Writes it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ExplorationJson.Default.ExplorationView);
}

/// <summary>A run of the program.</summary>
internal sealed record RunView(string Ended, string Detail, IReadOnlyList<RunCallView> Calls, IReadOnlyList<RunThingView> Held, double Seconds)
{
    public static RunView Of(Observation run) => new(
        JsonNamingPolicy.CamelCase.ConvertName(run.Ending.ToString()),
        run.Detail,
        RunCallView.Of(run),
        [.. run.Held.Things.Select(thing => new RunThingView(thing.Kind, thing.Id, thing.Status, thing.SinceCall))],
        Math.Round(run.Elapsed.TotalSeconds, 3));
}

/// <summary>A call of the program.</summary>
internal sealed record RunCallView(long Number, string Action, JsonElement Parameters, string Outcome, bool? Faulted)
{
    public static IReadOnlyList<RunCallView> Of(Observation run) =>
        [.. run.Calls.Select(call => new RunCallView(call.Number, call.Action, JsonElement.Parse(call.Parameters), call.Outcome, call.IsStruck ? true : null))];
}

/// <summary>Something that the program holds.</summary>
internal sealed record RunThingView(string Kind, string Id, string? Status, long? SinceCall);

/// <summary>Something that is wrong with the program.</summary>
/// <param name="Id">With which it can be run again.</param>
/// <param name="Kind"><c>lie</c>, <c>duplicate</c>, <c>leak</c>, <c>endless</c>, <c>crash</c> or <c>oracle</c>.</param>
/// <param name="Action">The action whose call the last fault concerns.</param>
/// <param name="Call">The how manieth call of that action, from 1.</param>
/// <param name="Machine">The place of the machine in the order, from 1, of a fault that concerns one.</param>
/// <param name="Phase">The phase in which its work goes wrong.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Rules">The fault rules, as the control plane takes them.</param>
/// <param name="Ended">How the program ended.</param>
/// <param name="Detail">What it said of that.</param>
/// <param name="Calls">Its calls.</param>
/// <param name="Held">What it holds.</param>
/// <param name="Repeats">In how many of three runs it showed.</param>
/// <param name="Flaky">Whether that was not every one.</param>
/// <param name="Places">The ids of everything that led to it.</param>
internal sealed record FindingView(
    string Id,
    string Kind,
    string Action,
    int Call,
    int? Machine,
    string? Phase,
    string Fault,
    IReadOnlyList<JsonObject> Rules,
    string Ended,
    string Detail,
    IReadOnlyList<RunCallView> Calls,
    IReadOnlyList<RunThingView> Held,
    int Repeats,
    bool Flaky,
    IReadOnlyList<string> Places)
{
    public static FindingView Of(Finding finding)
    {
        var (last, run) = (finding.Scenario.Last, RunView.Of(finding.Run));
        return new FindingView(
            finding.Id,
            finding.Kind.Word(),
            last.Action,
            last.Occurrence,
            last.Machine,
            last.Phase,
            finding.Scenario.Fault,
            finding.Scenario.Rules(),
            run.Ended,
            finding.Run.Objection ?? run.Detail,
            run.Calls,
            run.Held,
            finding.Repeats,
            finding.IsFlaky,
            finding.Places);
    }
}

/// <summary>Writes reports.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExplorationView))]
internal sealed partial class ExplorationJson : JsonSerializerContext;
