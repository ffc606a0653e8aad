namespace EdgeZone.Emulator.Reviewing;

/// <summary>How a client tries again.</summary>
internal static class RetryRules
{
    /// <summary>Who waits less before another attempt has not waited.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    /// <summary>More attempts than that at the same call are no longer patience.</summary>
    private const int MostAttempts = 5;

    /// <summary>A call that makes something is repeated after its answer was lost, with no look in between: it may have been carried out.</summary>
    public static IEnumerable<Remark> BlindRepeats(ReviewedJournal journal)
    {
        foreach (var lost in journal.Calls.Where(call => call.IsAnswerLost && !call.IsLook))
        {
            var repeat = journal.After(lost).TakeWhile(call => !call.IsLook).FirstOrDefault(call => call.Repeats(lost));
            if (repeat is not null)
            {
                yield return Remark.Of(
                    "blindRepeat", $"{lost.Action} is repeated after its answer was lost, without a look at whether it was carried out.", [lost, repeat]);
            }
        }
    }

    /// <summary>A call that was refused for now is repeated at once.</summary>
    public static IEnumerable<Remark> WithoutPause(ReviewedJournal journal)
    {
        var hasty = Attempts(journal)
            .SelectMany(attempts => attempts.Zip(attempts.Skip(1)).Where(pair => PauseBetween(pair.First, pair.Second) < ShortestPause))
            .Select(pair => pair.Second)
            .ToList();
        if (hasty.Count > 0)
        {
            yield return Remark.Of("noBackoff", $"{Times(hasty.Count)} a call that was refused for now is repeated at once, without a pause.", hasty);
        }
    }

    /// <summary>A call that was refused for now is repeated again and again.</summary>
    public static IEnumerable<Remark> WithoutEnd(ReviewedJournal journal) => Attempts(journal)
        .Where(attempts => attempts.Count > MostAttempts)
        .Select(attempts => Remark.Of(
            "tooManyRetries", $"{attempts[0].Action} is tried {attempts.Count} times although it is refused each time but perhaps the last.", attempts));

    /// <summary>Rows of the same call, each but the last of which was refused for now.</summary>
    private static IEnumerable<List<ReviewedCall>> Attempts(ReviewedJournal journal)
    {
        var seen = new HashSet<long>();
        foreach (var first in journal.Calls.Where(call => call.IsTransient))
        {
            if (!seen.Add(first.Number))
            {
                continue;
            }

            List<ReviewedCall> row = [first];
            foreach (var next in journal.After(first).Where(call => call.Repeats(first)))
            {
                row.Add(next);
                seen.Add(next.Number);
                if (!next.IsTransient)
                {
                    break;
                }
            }

            yield return row;
        }
    }

    // Whichever clock the client waits by.
    private static TimeSpan PauseBetween(ReviewedCall first, ReviewedCall second)
    {
        var outside = second.Outside - first.Outside;
        var inside = second.Inside is { } end && first.Inside is { } begin ? end - begin : TimeSpan.Zero;
        return outside > inside ? outside : inside;
    }

    private static string Times(int count) => count == 1 ? "Once" : $"{count} times";
}
