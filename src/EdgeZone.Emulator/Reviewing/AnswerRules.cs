using EdgeZone.Emulator.Domain.Events;

namespace EdgeZone.Emulator.Reviewing;

/// <summary>What a client makes of answers.</summary>
internal static class AnswerRules
{
    /// <summary>Not all machines were had, and nothing was done about it.</summary>
    public static IEnumerable<Remark> FailedCountIgnored(ReviewedJournal journal)
    {
        foreach (var order in journal.Calls.Where(call => ReviewedCall.WholeNumber(call.Answer, "FailedCount") > 0))
        {
            var got = ReviewedCall.Texts(order.Answer, "InstanceIdSet");
            var isSeenTo = journal.After(order).Any(call =>
                call.Action == order.Action
                || (call.Action == "TerminateInstances" && ReviewedCall.Texts(call.Parameters, "InstanceIds").Intersect(got).Any()));
            if (!isSeenTo)
            {
                yield return Remark.Of(
                    "failedCountIgnored",
                    $"{order.Action} got {got.Count} machines and a FailedCount of {ReviewedCall.WholeNumber(order.Answer, "FailedCount")}: "
                        + "neither are the others ordered again, nor are these given back.",
                    order);
            }
        }
    }

    /// <summary>An instance could not be installed, and nobody has looked at it since.</summary>
    public static IEnumerable<Remark> ErrorsUnseen(ReviewedJournal journal)
    {
        foreach (var (happened, number) in journal.Events.Where(one => one.Happened.Kind == EventKind.InstanceFailed))
        {
            // What was due is done by whoever looks next: that call has seen it, too.
            if (!journal.Calls.Any(call => call.Number >= number && number > 0 && call.Mentions(happened.Subject)))
            {
                var order = journal.Calls.FirstOrDefault(
                    call => call.Events.Any(one => one.Kind == EventKind.InstanceCreated && one.Subject == happened.Subject));
                yield return Remark.Of(
                    "errorUnseen",
                    $"Instance {happened.Subject} could not be installed and is in error: no call has looked at it since.",
                    order is null ? [] : [order]);
            }
        }
    }

    /// <summary>There was more than a page, and the rest was never asked for.</summary>
    public static IEnumerable<Remark> PagesUnfetched(ReviewedJournal journal)
    {
        foreach (var look in journal.Calls.Where(call => call.IsLook && ReviewedCall.WholeNumber(call.Answer, "TotalCount") is > 0))
        {
            var begin = ReviewedCall.WholeNumber(look.Parameters, "Offset") ?? 0;
            var total = ReviewedCall.WholeNumber(look.Answer, "TotalCount")!.Value;
            var rows = look.Answer.EnumerateObject()
                .Where(member => member.Value.ValueKind == System.Text.Json.JsonValueKind.Array)
                .Sum(member => member.Value.GetArrayLength());
            if (begin + rows < total
                && !journal.After(look)
                    .Any(call => call.Action == look.Action && ReviewedCall.WholeNumber(call.Parameters, "Offset") >= begin + rows && rows > 0))
            {
                yield return Remark.Of(
                    "pageUnfetched", $"{look.Action} showed {rows} of {total} rows (TotalCount), and the rest was never asked for.", look);
            }
        }
    }
}
