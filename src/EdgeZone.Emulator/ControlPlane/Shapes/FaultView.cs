using System.ComponentModel;
using System.Globalization;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Domain.Faults;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("The fault rules of a sandbox.")]
internal sealed record FaultListView(
    [property: Description("In their order, which is the one in which they are judged.")] IReadOnlyList<FaultView> Faults,
    [property: Description("How many rules there are.")] int Total,
    [property: Description("How many there may be: Emulator:Sandboxes:Faults.")] int Maximum);

[Description("A fault rule as it was understood, and what has become of it.")]
internal sealed record FaultView(
    [property: Description("Its name, or the one that was made.")] string Id,
    [property: Description("Which calls it concerns.")] FaultMatchView Match,
    [property: Description("Which of those it fires for.")] FaultTimingView When,
    [property: Description("What it does, one after the other.")] IReadOnlyList<FaultOutcomeView?> Then,
    bool Required,
    [property: Description("How many calls it concerned.")] long Hits,
    [property: Description("How often it did something.")] long Fired,
    [property: Description("The numbers of the first 100 calls to which it did something.")] IReadOnlyList<long> Calls,
    [property: Description("What looks odd and is allowed; absent for nothing.")] IReadOnlyList<string>? Warnings)
{
    public static FaultView Of(FaultReading reading, IReadOnlyList<string>? warnings)
    {
        var (rule, counts) = reading;
        var (match, when) = (rule.Match, rule.When);
        return new FaultView(
            rule.Id,
            new FaultMatchView(
                match.Action, match.Account, match.Region, match.Zone, match.InstanceType, match.InstanceName, match.Call, match.Index),
            new FaultTimingView(
                when.Skip == 0 ? null : when.Skip, when.Times, when.Every == 1 ? null : when.Every, when.Chance, Instant(when.From), Instant(when.Until)),
            [.. rule.Then.Select(View)],
            rule.Required,
            counts.Hits,
            counts.Fired,
            counts.Calls,
            warnings is { Count: > 0 } ? warnings : null);
    }

    private static FaultOutcomeView? View(FaultOutcome outcome) => outcome == FaultOutcome.Pass
        ? null
        : new FaultOutcomeView(
            outcome.Error is { } error ? new FaultErrorView(error.Code, error.Message) : null,
            Span(outcome.Delay),
            outcome.Http is { } page ? new FaultPageView(page.Status, page.Body, page.ContentType) : null,
            FaultWords.Of(outcome.Drop),
            FaultWords.Of(outcome.Answer),
            outcome.Rival is { } rival
                ? new FaultRivalView(rival.Machines, rival.Addresses, Span(rival.For), rival.Zone, rival.InstanceType)
                : null,
            FaultWords.Of(outcome.Machine),
            outcome.Provisioning is { } work ? new FaultProvisioningView(FaultWords.Of(work.Phase), FaultWords.Of(work.Outcome), work.Factor) : null);

    private static string? Span(TimeSpan? span) => span?.ToString("c", CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

[Description("What fault rules did to a call.")]
internal sealed record FaultNote(
    [property: Description("The ids of the rules that fired.")] IReadOnlyList<string> Rules,
    [property: Description("What happened to the call, or to its machines."),
        Words("error", "http", "dropRequest", "dropAnswer", "truncated", "garbled", "rival", "machines", "delay")]
    string What,
    [property: Description("By how much the answer came later, hh:mm:ss; absent for not at all.")] string? Delay)
{
    public static FaultNote Of(StruckCall fault) =>
        new(fault.Rules, fault.Word, fault.Delay > TimeSpan.Zero ? fault.Delay.ToString("c", CultureInfo.InvariantCulture) : null);
}
