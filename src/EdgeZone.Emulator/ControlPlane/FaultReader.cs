using System.Globalization;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Reads a rule into the engine's words, and checks it whole.</summary>
internal static class FaultReader
{
    /// <exception cref="ControlProblem">It is malformed or makes no sense.</exception>
    public static async Task<FaultRule> ReadAsync(HttpRequest request, TimeSpan longestDelay)
    {
        var (spec, isSingle) = await FaultBody.ReadAsync(request);
        try
        {
            var rule = new FaultRule(
                spec.Name is "" ? throw new ControlException("name", "The name is empty; leave it out to have one made.") : spec.Name ?? "",
                Read(spec.Match ?? new FaultMatchView()),
                Read(spec.When ?? new FaultTimingView()),
                [.. (spec.Then ?? throw new ControlException("then", "The member `then` is missing.")).Select((outcome, i) => Read(outcome, $"then[{i}]"))],
                spec.Required ?? false);
            rule.Check();
            RequireActions(rule);
            RequireDelays(rule.Then, longestDelay);
            return rule;
        }
        catch (ControlException e)
        {
            throw ControlProblem.BadField(FaultBody.PlaceOf(e.Field, isSingle), e.Message);
        }
    }

    /// <summary>What looks odd about a rule and is allowed.</summary>
    public static IReadOnlyList<string> WarningsOf(FaultRule rule) =>
    [
        .. rule.Then
            .Select((outcome, i) => (outcome.Error?.Code, Place: $"then[{i}].error.code"))
            .Where(error => error.Code is { } code && !KnownCodes.All.Contains(code))
            .Select(error => $"{error.Place}: the documents of the API know no code '{error.Code}'."),
    ];

    private static FaultMatch Read(FaultMatchView match) => new(
        match.Action, match.Account, match.Region, match.Zone, match.InstanceType, match.InstanceName, match.Call, match.Index);

    private static FaultTiming Read(FaultTimingView when) => new(
        when.Skip ?? 0, when.Times, when.Every ?? 1, when.Chance, Instant(when.From, "when.from"), Instant(when.Until, "when.until"));

    private static FaultOutcome Read(FaultOutcomeView? outcome, string path)
    {
        if (outcome is null)
        {
            return FaultOutcome.Pass;
        }

        return outcome == new FaultOutcomeView()
            ? throw new ControlException(path, "An outcome says nothing; in a list, null lets a call pass.")
            : new FaultOutcome
            {
                Error = outcome.Error is { } error ? Read(error, $"{path}.error") : null,
                Delay = Span(outcome.Delay, $"{path}.delay"),
                Http = outcome.Http is { } page
                    ? new HttpFault(Needed(page.Status, $"{path}.http.status"), page.Body ?? "", page.ContentType ?? "text/html")
                    : null,
                Drop = Word<DroppedPart>(outcome.Drop, $"{path}.drop"),
                Answer = Word<AnswerDamage>(outcome.Answer, $"{path}.answer"),
                Rival = outcome.Rival is { } rival
                    ? new RivalFault(rival.Machines ?? 0, rival.Addresses ?? 0, Span(rival.For, $"{path}.rival.for"), rival.Zone, rival.InstanceType)
                    : null,
                Machine = Word<MachineFault>(outcome.Machine, $"{path}.machine"),
                Provisioning = outcome.Provisioning is { } work ? Read(work, $"{path}.provisioning") : null,
            };
    }

    private static ErrorFault Read(FaultErrorView error, string path)
    {
        var code = error.Code ?? throw new ControlException($"{path}.code", "The member `code` is missing.");
        return new ErrorFault(code, error.Message ?? KnownCodes.MessageOf(code));
    }

    private static ProvisioningFault Read(FaultProvisioningView work, string path) => new(
        Needed(Word<ProvisioningPhase>(work.Phase, $"{path}.phase"), $"{path}.phase"),
        Needed(Word<PhaseOutcome>(work.Outcome, $"{path}.outcome"), $"{path}.outcome"),
        work.Factor);

    // A condition that no call can meet is a slip, and a rule that never fires is hard to notice.
    private static void RequireActions(FaultRule rule)
    {
        var match = rule.Match;
        var pattern = new TextPattern(match.Action);
        IApiAction[] meant = [.. SupportedActions.All.Where(action => pattern.Matches(action.Name))];
        if (meant.Length == 0)
        {
            throw new ControlException("match.action", $"There is no action '{match.Action}'.");
        }

        foreach (var (condition, text) in new[] { ("zone", match.Zone), ("instanceType", match.InstanceType), ("instanceName", match.InstanceName) })
        {
            if (text is not null && !meant.Any(action => action.KnownFacts.Contains(condition)))
            {
                throw new ControlException($"match.{condition}", $"Calls of {match.Action} name none.");
            }
        }

        for (var i = 0; i < rule.Then.Count; i++)
        {
            if (rule.Then[i].Rival is { } rival)
            {
                RequireRival(rival, match.Action, meant, $"then[{i}].rival");
            }
        }
    }

    private static void RequireRival(RivalFault rival, string? action, IApiAction[] meant, string path)
    {
        if (rival.Zone is null && !meant.Any(known => known.KnownFacts.Contains("zone")))
        {
            throw new ControlException($"{path}.zone", $"Calls of {action} name no zone, so it has to be said.");
        }

        if (rival is { Machines: > 0, InstanceType: null } && !meant.Any(known => known.KnownFacts.Contains("instanceType")))
        {
            throw new ControlException($"{path}.instanceType", $"Calls of {action} name no instance type, so it has to be said.");
        }
    }

    private static void RequireDelays(IReadOnlyList<FaultOutcome> outcomes, TimeSpan longest)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Delay > longest)
            {
                throw new ControlException(
                    $"then[{i}].delay", $"{outcomes[i].Delay:c} is longer than the {longest:c} that Emulator:Sandboxes:FaultDelay allows.");
            }
        }
    }

    private static T? Word<T>(string? word, string path) where T : struct, Enum => FaultWords.Read<T>(word, out var value)
        ? value
        : throw new ControlException(path, $"'{word}' is not one of {FaultWords.All<T>()}.");

    private static T Needed<T>(T? value, string path) where T : struct =>
        value ?? throw new ControlException(path, $"The member `{path[(path.LastIndexOf('.') + 1)..]}` is missing.");

    private static TimeSpan? Span(string? text, string path) => text is null
        ? null
        : text.Count(':') == 2 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new ControlException(path, $"'{text}' is not a duration such as 00:10:00 or 1.00:00:00.");

    private static DateTimeOffset? Instant(string? text, string path) => text is null
        ? null
        : ClockAdvance.TryReadInstant(text, out var instant)
            ? instant
            : throw new ControlException(path, $"'{text}' is not an instant such as 2026-11-24T12:00:00Z.");
}
