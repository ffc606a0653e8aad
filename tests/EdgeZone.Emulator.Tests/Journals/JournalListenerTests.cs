using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Tests.Journals;

/// <summary>Whoever listens to a journal reads all of it in its order, or is cut off.</summary>
public class JournalListenerTests
{
    private const int Many = 100;

    private readonly JournalMemory _memory = new(1024 * 1024 * 1024);

    [Fact]
    public void A_call_waits_for_its_answer_and_what_came_after_it_waits_for_the_call()
    {
        var journal = new Journal(Many, _memory);
        using var listener = journal.Listen(most: 1, after: null)!;
        var call = Call(1);
        journal.Append(call);
        journal.Append(Command(2));

        Assert.False(journal.TryRead(listener, out _));
        journal.Complete(call, "{}"u8, TimeSpan.FromMilliseconds(1));

        Assert.Equal([1, 2], Read(journal, listener));
        Assert.False(listener.CutOff.IsCancellationRequested);
    }

    [Fact]
    public void One_that_reads_nothing_is_cut_off_and_one_that_reads_is_not()
    {
        var journal = new Journal(2 * JournalListener.Patience, _memory);
        using var lazy = journal.Listen(most: 2, after: null)!;
        using var diligent = journal.Listen(most: 2, after: null)!;
        for (var number = 1; number <= JournalListener.Patience; number++)
        {
            journal.Append(Command(number));
        }

        Assert.Equal(JournalListener.Patience, Read(journal, diligent).Count);
        Assert.False(lazy.CutOff.IsCancellationRequested);
        journal.Append(Command(JournalListener.Patience + 1));

        Assert.True(lazy.CutOff.IsCancellationRequested);
        Assert.False(journal.TryRead(lazy, out _));
        Assert.Equal([JournalListener.Patience + 1], Read(journal, diligent));
    }

    [Fact]
    public void One_that_has_not_read_what_is_forgotten_is_cut_off()
    {
        var journal = new Journal(capacity: 2, _memory);
        using var listener = journal.Listen(most: 1, after: null)!;
        journal.Append(Command(1));
        journal.Append(Command(2));
        journal.Append(Command(3));

        Assert.False(journal.TryRead(listener, out _));
        Assert.True(listener.CutOff.IsCancellationRequested);
    }

    [Fact]
    public void What_is_forgotten_after_it_was_read_is_no_matter()
    {
        var journal = new Journal(capacity: 1, _memory);
        using var listener = journal.Listen(most: 1, after: null)!;
        for (var number = 1; number <= 3; number++)
        {
            journal.Append(Command(number));
            Assert.Equal([number], Read(journal, listener));
        }

        Assert.False(listener.CutOff.IsCancellationRequested);
    }

    [Fact]
    public void A_place_that_somebody_left_is_free_again()
    {
        var journal = new Journal(Many, _memory);
        using var first = journal.Listen(most: 1, after: null)!;
        Assert.Null(journal.Listen(most: 1, after: null));

        journal.Leave(first);

        using var second = journal.Listen(most: 1, after: null);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task One_who_waits_is_woken_by_what_comes_and_by_the_end()
    {
        var journal = new Journal(Many, _memory);
        using var listener = journal.Listen(most: 1, after: null)!;
        var coming = listener.WaitAsync(CancellationToken.None).AsTask();
        Assert.False(coming.IsCompleted);
        journal.Append(Command(1));
        await coming;
        Assert.Equal([1], Read(journal, listener));

        var end = listener.WaitAsync(CancellationToken.None).AsTask();
        Assert.False(end.IsCompleted);
        journal.Close();
        await end;

        Assert.False(journal.TryRead(listener, out _));
        Assert.True(listener.IsOver);
        Assert.False(listener.CutOff.IsCancellationRequested);
    }

    private static List<int> Read(Journal journal, JournalListener listener)
    {
        var numbers = new List<int>();
        while (journal.TryRead(listener, out var entry))
        {
            numbers.Add((int)entry.Number);
        }

        return numbers;
    }

    private static JournalEntry Command(long number) => new()
    {
        Number = number,
        Outside = DateTimeOffset.UnixEpoch,
        HasEntered = true,
        Command = new ReadClock(),
    };

    private static JournalEntry Call(long number) => new()
    {
        Number = number,
        Outside = DateTimeOffset.UnixEpoch,
        Call = new Call(
            SupportedActions.ByName["DescribeZones"], "", "", AppId: null, "ap-guangzhou", ApiLanguage.English, CallParameters.OfSent(null), Fault: null),
    };
}
