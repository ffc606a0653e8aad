using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What a rule may say. Whatever way it comes, it is checked here, and a fault is told by its place.</summary>
internal static class FaultCheck
{
    private const int LongestText = 200;
    private const int LongestMessage = 1024;
    private const int LongestBody = 32 * 1024;
    private const int MostOutcomes = 100;
    private const int LargestBatch = 100;
    private const int MostTaken = 1_000_000;
    public const double LargestFactor = 1000;
    private const long Largest = 1_000_000_000;

    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(365);

    /// <summary>The letters of a rule's name, which stands in paths and headers.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= FaultActions.LongestName
            && name is not ("." or "..")
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    /// <exception cref="ControlException">It says what makes no sense.</exception>
    public static void Check(FaultRule rule)
    {
        Require(
            rule.Id.Length == 0 || IsName(rule.Id), "name", $"A name has 1 to {FaultActions.LongestName} letters, digits, dots, dashes and underscores.");
        CheckMatch(rule.Match);
        CheckTiming(rule.When);
        Require(rule.Then.Count is > 0 and <= MostOutcomes, "then", $"It needs 1 to {MostOutcomes} outcomes.");
        Require(rule.Then.Any(outcome => !outcome.Passes), "then", "Nothing but null does nothing.");
        for (var i = 0; i < rule.Then.Count; i++)
        {
            if (!rule.Then[i].Passes)
            {
                CheckOutcome(rule.Then[i], rule.Match, $"then[{i}]");
            }
        }

        Require(
            rule.Match.Index is null || rule.Then.All(outcome => outcome.ConcernsMachines || outcome.Passes),
            "match.index",
            "Only `machine` and `provisioning` concern one machine of a call; any other outcome concerns the call.");
    }

    private static void CheckMatch(FaultMatch match)
    {
        CheckText(match.Action, "match.action");
        CheckText(match.Region, "match.region");
        CheckText(match.Zone, "match.zone");
        CheckText(match.InstanceType, "match.instanceType");
        CheckText(match.InstanceName, "match.instanceName");
        Require(match.Account is null or > 0, "match.account", $"{match.Account} is no account: it is a number from 1.");
        Require(match.Call is null or > 0, "match.call", $"{match.Call} is no number of a call: they begin with 1.");
        Require(match.Index is null or (> 0 and <= LargestBatch), "match.index", $"{match.Index} is not between 1 and {LargestBatch}.");
        Require(
            match.Index is null || FaultActions.MayHaveMachines(match.Action),
            "match.index",
            $"{match.Action} has no batch; only {FaultActions.WithMachines} have.");
    }

    private static void CheckText(string? text, string path) => Require(
        text is null or { Length: > 0 and <= LongestText }, path, $"It needs 1 to {LongestText} characters; leave it out to ask nothing.");

    private static void CheckTiming(FaultTiming when)
    {
        Require(when.Skip is >= 0 and <= Largest, "when.skip", $"{when.Skip} is not between 0 and {Largest}.");
        Require(when.Times is null or (> 0 and <= Largest), "when.times", $"{when.Times} is not between 1 and {Largest}.");
        Require(when.Every is > 0 and <= Largest, "when.every", $"{when.Every} is not between 1 and {Largest}.");
        Require(when.Chance is null or (> 0 and <= 1), "when.chance", $"{when.Chance} is not above 0 and at most 1.");
        Require(when.From is null || when.Until is null || when.From < when.Until, "when.until", $"{when.Until:O} is not after {when.From:O}.");
    }

    private static void CheckOutcome(FaultOutcome outcome, FaultMatch match, string path)
    {
        Require(
            outcome.Kinds == 1 || (outcome.Kinds == 0 && outcome.Delay is not null),
            path,
            "Exactly one of `error`, `http`, `drop`, `answer`, `rival`, `machine` and `provisioning` is needed, or `delay` alone; a delay goes with any.");
        Require(outcome.Delay is null || outcome.Delay > TimeSpan.Zero, $"{path}.delay", $"{outcome.Delay:c} is no delay.");
        if (outcome.Error is { } error)
        {
            CheckError(error, $"{path}.error");
        }

        if (outcome.Http is { } http)
        {
            CheckHttp(http, $"{path}.http");
        }

        if (outcome.Rival is { } rival)
        {
            CheckRival(rival, $"{path}.rival");
        }

        if (outcome.Machine is not null)
        {
            Require(
                FaultActions.MayOrder(match.Action), $"{path}.machine", $"{match.Action} asks for no machine; only {FaultActions.Order} does.");
        }

        if (outcome.Provisioning is { } provisioning)
        {
            CheckProvisioning(provisioning, match, $"{path}.provisioning");
        }
    }

    private static void CheckError(ErrorFault error, string path)
    {
        Require(
            error.Code.Length is > 0 and <= LongestText && error.Code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-'),
            $"{path}.code",
            $"A code has 1 to {LongestText} letters, digits, dots, dashes and underscores.");
        Require(error.Message.Length <= LongestMessage, $"{path}.message", $"It is longer than {LongestMessage} characters.");
    }

    private static void CheckHttp(HttpFault http, string path)
    {
        Require(http.Status is >= 200 and <= 599, $"{path}.status", $"{http.Status} is not between 200 and 599.");
        Require(http.Body.Length <= LongestBody, $"{path}.body", $"It is longer than {LongestBody} characters.");
        Require(http.Body.Length == 0 || http.Status is not (204 or 205 or 304), $"{path}.body", $"An answer with status {http.Status} has no body.");
        Require(
            http.ContentType.Length is > 0 and <= LongestText && http.ContentType.All(letter => letter is >= ' ' and <= '~'),
            $"{path}.contentType",
            $"It needs 1 to {LongestText} printable characters.");
    }

    private static void CheckRival(RivalFault rival, string path)
    {
        Require(rival.Machines is >= 0 and <= MostTaken, $"{path}.machines", $"{rival.Machines} is not between 0 and {MostTaken}.");
        Require(rival.Addresses is >= 0 and <= MostTaken, $"{path}.addresses", $"{rival.Addresses} is not between 0 and {MostTaken}.");
        Require(rival.Machines + rival.Addresses > 0, path, "It takes neither machines nor addresses.");
        Require(
            rival.For is null || (rival.For > TimeSpan.Zero && rival.For <= LongestSpan),
            $"{path}.for",
            $"{rival.For:c} is not above 0 and at most {LongestSpan:c}.");
        CheckText(rival.Zone, $"{path}.zone");
        CheckText(rival.InstanceType, $"{path}.instanceType");
    }

    private static void CheckProvisioning(ProvisioningFault fault, FaultMatch match, string path)
    {
        var isWipe = fault.Phase == ProvisioningPhase.Wipe;
        Require(
            isWipe ? FaultActions.MayGiveBack(match.Action) : FaultActions.MayOrder(match.Action),
            $"{path}.phase",
            $"{match.Action} begins no such work: disks are wiped after {FaultActions.GiveBack}, and all other phases follow {FaultActions.Order}.");
        if (fault.Outcome == PhaseOutcome.Slow)
        {
            Require(
                fault.Factor is > 0 and <= LargestFactor, $"{path}.factor", $"A slow phase needs a factor above 0 and at most {LargestFactor}.");
        }
        else
        {
            Require(fault.Factor is null, $"{path}.factor", "Only a slow phase has a factor.");
        }
    }

    private static void Require(bool holds, string path, string message)
    {
        if (!holds)
        {
            throw new ControlException(path, message);
        }
    }
}
