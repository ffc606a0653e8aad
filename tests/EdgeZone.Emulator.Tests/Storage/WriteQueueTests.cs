using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>What is queued while a commit is under way goes into the next one, for all who wait.</summary>
public class WriteQueueTests
{
    private readonly SandboxLog _log = new("one");

    [Fact]
    public async Task One_commit_serves_32_callers()
    {
        var queue = new WriteQueue(0, limit: 1_000_000);
        var waiting = Enumerable.Range(1, 32).Select(number => queue.WaitUntilKeptAsync(queue.Append(_log, number, [1])).AsTask()).ToList();

        var batch = queue.Take(wait: true)!;
        Assert.Equal(Enumerable.Range(1, 32).Select(number => (long)number), batch.Writes.Select(write => write.Number));
        Assert.DoesNotContain(waiting, caller => caller.IsCompleted);
        queue.Complete();

        await Task.WhenAll(waiting);
    }

    [Fact]
    public void What_comes_while_a_commit_is_under_way_waits_for_the_next()
    {
        var queue = new WriteQueue(0, limit: 1_000_000);
        var first = queue.Append(_log, 1, [1]);
        queue.Take(wait: true);
        var second = queue.Append(_log, 2, [2]);
        var waiting = queue.WaitUntilKeptAsync(second).AsTask();
        queue.Complete();

        Assert.True(IsDone(queue.WaitUntilKeptAsync(first)));
        Assert.False(waiting.IsCompleted);
        Assert.Equal(2, Assert.Single(queue.Take(wait: true)!.Writes).Number);
        queue.Complete();
        Assert.True(IsDone(queue.WaitUntilKeptAsync(second)));
    }

    [Fact]
    public async Task A_full_queue_has_no_room_and_takes_an_append_all_the_same()
    {
        var queue = new WriteQueue(0, limit: 100);
        Assert.True(IsDone(queue.WaitForRoomAsync()));
        queue.Append(_log, 1, new byte[100]);
        var room = queue.WaitForRoomAsync().AsTask();
        queue.Append(_log, 2, new byte[100]);

        Assert.False(room.IsCompleted);
        Assert.Equal(200, queue.QueuedBytes);
        queue.Take(wait: true);
        Assert.True(IsDone(queue.WaitForRoomAsync()));
        queue.Complete();
        await room;
        Assert.Equal(0, queue.QueuedBytes);
    }

    [Fact]
    public void Waiting_for_what_is_kept_allocates_nothing()
    {
        var queue = new WriteQueue(0, limit: 100);
        var position = queue.Append(_log, 1, [1]);
        queue.Take(wait: true);
        queue.Complete();
        Wait();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Wait();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Wait()
        {
            for (var time = 0; time < 100; time++)
            {
                Assert.True(IsDone(queue.WaitForRoomAsync()) && IsDone(queue.WaitUntilKeptAsync(position)));
            }
        }
    }

    [Fact]
    public async Task Numbers_ascend_and_nothing_is_waited_for_that_was_never_queued()
    {
        var queue = new WriteQueue(0, limit: 100);
        queue.Append(_log, 7, [1]);

        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Append(_log, 7, [1]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await queue.WaitUntilKeptAsync(2));
    }

    private static bool IsDone(ValueTask task) => task.IsCompletedSuccessfully;
}
