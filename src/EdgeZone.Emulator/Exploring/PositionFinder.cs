using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Exploring;

/// <summary>Finds everything that can go wrong in a run that was seen.</summary>
/// <param name="kinds">What shall go wrong.</param>
/// <param name="late">By how much a late answer is late.</param>
/// <param name="codesOf">The codes that the documents list for an action.</param>
/// <param name="prunes">Whether of a row of equal looks only the first two and the last are told.</param>
internal sealed class PositionFinder(IReadOnlySet<FaultKind> kinds, TimeSpan late, Func<string, IReadOnlyList<string>> codesOf, bool prunes = true)
{
    private const string CreateInstances = "CreateInstances";

    private const string TerminateInstances = "TerminateInstances";

    /// <summary>The phase of the work on a machine that was given back.</summary>
    private const string Wipe = "wipe";

    private const int Everything = 1_000_000;

    private static readonly string[] Phases = ["network", "power", "pxe", "image", "configure"];

    private static readonly string[] Ways = ["fails", "hangs"];

    /// <summary>Codes that say nothing of what was wanted; they are kinds of their own.</summary>
    private static readonly HashSet<string> Common = ["InternalError", "RequestLimitExceeded"];

    /// <summary>The positions of the calls from a place on, and how many were left out because nothing new could come of them.</summary>
    public (IReadOnlyList<Position> Found, int Pruned) Find(IReadOnlyList<ObservedCall> calls, int from)
    {
        var found = new List<Position>();
        var pruned = 0;
        for (var i = from; i < calls.Count; i++)
        {
            var here = Of(calls[i]).ToList();
            if (prunes && IsInsideRow(calls, i))
            {
                pruned += here.Count;
            }
            else
            {
                found.AddRange(here);
            }
        }

        return ([.. found.OrderBy(position => position.Kind)], pruned);
    }

    // Whoever waits asks the same again and again, and is told the same: the first, the second and the last time stand for all.
    private static bool IsInsideRow(IReadOnlyList<ObservedCall> calls, int place)
    {
        bool IsLike(int other) => other >= 0 && other < calls.Count && calls[place].AsksLike(calls[other]) && calls[place].Outcome == calls[other].Outcome;
        return calls[place].IsLook && IsLike(place - 1) && IsLike(place - 2) && IsLike(place + 1);
    }

    private IEnumerable<Position> Of(ObservedCall call) => OfEvery(call).Concat(OfOrder(call)).Where(position => kinds.Contains(position.Kind));

    private IEnumerable<Position> OfEvery(ObservedCall call)
    {
        Position At(FaultKind kind, string detail, JsonObject outcome) => new(kind, call.Action, call.Occurrence, detail, kind.Word(), outcome);

        yield return At(FaultKind.Throttled, "throttled", Error("RequestLimitExceeded"));
        yield return At(FaultKind.InternalError, "internal-error", Error("InternalError"));
        yield return At(FaultKind.RequestLost, "request-lost", new JsonObject { ["drop"] = "request" });
        yield return At(FaultKind.AnswerLost, "answer-lost", new JsonObject { ["drop"] = "answer" });
        yield return At(FaultKind.Timeout, "timeout", new JsonObject { ["delay"] = late.ToString("c", System.Globalization.CultureInfo.InvariantCulture) });
        foreach (var code in codesOf(call.Action).Where(code => !Common.Contains(code)))
        {
            yield return At(FaultKind.Refused, $"refused-{code}", Error(code));
        }
    }

    private static IEnumerable<Position> OfOrder(ObservedCall call)
    {
        Position At(FaultKind kind, string detail, string fault, JsonObject outcome, int? machine = null, string? phase = null) =>
            new(kind, call.Action, call.Occurrence, detail, fault, outcome, machine, phase);

        if (call.Action == "ApplyPublicIps")
        {
            yield return At(FaultKind.Rival, "rival", "rival", Rival("addresses"));
        }

        if (call.Action == TerminateInstances && call.IsOk)
        {
            foreach (var way in Ways)
            {
                yield return At(FaultKind.Machine, $"machine-{Wipe}-{way}", $"machine-{Wipe}-{way}", Work(Wipe, way), phase: Wipe);
            }
        }

        if (call.Action != CreateInstances || call.Machines == 0)
        {
            yield break;
        }

        yield return At(FaultKind.Partial, "partial-none", "partial-none", Unavailable());
        if (call.Machines > 1)
        {
            yield return At(FaultKind.Partial, "partial-one-less", "partial", Unavailable(), call.Machines);
        }

        for (var machine = 1; machine <= call.Machines; machine++)
        {
            foreach (var way in Ways)
            {
                foreach (var phase in Phases)
                {
                    yield return At(FaultKind.Machine, $"machine-{machine}-{phase}-{way}", $"machine-{way}", Work(phase, way), machine, phase);
                }
            }
        }

        yield return At(FaultKind.Rival, "rival", "rival", Rival("machines"));
    }

    private static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code } };

    private static JsonObject Work(string phase, string way) => new() { ["provisioning"] = new JsonObject { ["phase"] = phase, ["outcome"] = way } };

    private static JsonObject Unavailable() => new() { ["machine"] = "unavailable" };

    // As much as there is.
    private static JsonObject Rival(string what) => new() { ["rival"] = new JsonObject { [what] = Everything } };
}
