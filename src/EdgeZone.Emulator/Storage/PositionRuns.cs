namespace EdgeZone.Emulator.Storage;

/// <summary>Where the entries of one sandbox stand. While no other sandbox writes they are one run, and one statement removes many of them.</summary>
internal sealed class PositionRuns
{
    private readonly List<PositionRun> _runs = [];

    /// <param name="position">Where the newest entry stands, after all others.</param>
    public void Add(long position)
    {
        if (_runs is [.., var newest] && newest.Last == position - 1)
        {
            _runs[^1] = newest with { Last = position };
        }
        else
        {
            _runs.Add(new PositionRun(position, position));
        }
    }

    /// <summary>Takes out those up to an entry's position.</summary>
    public List<PositionRun> TakeUpTo(long position)
    {
        var taken = _runs.TakeWhile(run => run.Last <= position).ToList();
        _runs.RemoveRange(0, taken.Count);
        if (_runs is [var cut, ..] && cut.First <= position)
        {
            taken.Add(cut with { Last = position });
            _runs[0] = cut with { First = position + 1 };
        }

        return taken;
    }
}
