using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>When the disk refuses, nothing is acknowledged any more and the store says why.</summary>
public class BrokenDiskTests
{
    [Fact]
    public async Task A_full_disk_acknowledges_nothing_more_and_loses_nothing_acknowledged()
    {
        using var directory = new TestDirectory();
        var acknowledged = 0;
        await using (var store = SandboxStore.Open(directory.Name, "1", new StoreOptions { MaximumPages = 40 }))
        {
            var log = store.Create("one", Contents.Beginning("one"));
            var refusal = await Assert.ThrowsAsync<StorageException>(async () =>
            {
                for (var number = 1; number < 10_000; number++)
                {
                    await store.WaitUntilKeptAsync(store.Append(log, number, Contents.Entry("one", number)));
                    acknowledged = number;
                }
            });

            Assert.Equal($"{directory.Database}: the disk is full", refusal.Message);
            await AssertBrokenAsync(store, log, refusal.Message);
        }

        Assert.InRange(acknowledged, 10, 1000);
        await using var next = SandboxStore.Open(directory.Name, "1");
        Assert.Equal(acknowledged, Contents.AssertWhole(Assert.Single(next.Load())));
    }

    [Fact]
    public async Task All_who_wait_are_told_when_the_disk_refuses()
    {
        using var directory = new TestDirectory();
        await using var store = SandboxStore.Open(directory.Name, "1", new StoreOptions { MaximumPages = 10 });
        var log = store.Create("one", Contents.Beginning("one"));
        await store.WaitUntilKeptAsync(log.Position);

        // One that no file of ten pages holds, and those that come to wait for the same commit or the one after it.
        var snapshot = store.SaveSnapshot(log, 0, new byte[200_000]);
        var waiting = Enumerable.Range(1, 32).Select(async _ => await store.WaitUntilKeptAsync(log.Position)).ToList();

        await Assert.ThrowsAsync<StorageException>(() => snapshot);
        foreach (var caller in waiting)
        {
            await Record.ExceptionAsync(() => caller);
            Assert.True(caller.IsFaulted);
        }
    }

    [Theory]
    [InlineData("edgezone.db")]
    [InlineData("edgezone.db-wal")]
    public async Task A_file_that_is_removed_under_the_store_is_noticed_before_anything_is_acknowledged(string name)
    {
        using var directory = new TestDirectory();
        await using var store = SandboxStore.Open(directory.Name, "1");
        var log = store.Create("one", Contents.Beginning("one"));
        await store.WaitUntilKeptAsync(log.Position);

        File.Delete(directory.File(name));
        var refusal = await Assert.ThrowsAsync<StorageException>(async () => await store.WaitUntilKeptAsync(store.Append(log, 1, [1])));

        Assert.Equal($"{directory.File(name)}: it has been removed", refusal.Message);
        await AssertBrokenAsync(store, log, refusal.Message);
    }

    [Fact]
    public async Task A_file_that_is_made_read_only_under_the_store_is_noticed_before_anything_is_acknowledged()
    {
        using var directory = new TestDirectory();
        await using var store = SandboxStore.Open(directory.Name, "1");
        var log = store.Create("one", Contents.Beginning("one"));
        await store.WaitUntilKeptAsync(log.Position);

        File.SetAttributes(directory.Database, FileAttributes.ReadOnly);
        var refusal = await Assert.ThrowsAsync<StorageException>(async () => await store.WaitUntilKeptAsync(store.Append(log, 1, [1])));

        Assert.Equal($"{directory.Database}: it is read-only", refusal.Message);
        await AssertBrokenAsync(store, log, refusal.Message);
    }

    private static async Task AssertBrokenAsync(SandboxStore store, SandboxLog log, string reason)
    {
        Assert.Equal(reason, store.State.Fault);
        Assert.Equal(reason, Assert.Throws<StorageException>(() => store.Append(log, 100_000, [1])).Message);
        Assert.Equal(reason, Assert.Throws<StorageException>(() => store.Create("two", default)).Message);
        Assert.Equal(reason, (await Assert.ThrowsAsync<StorageException>(async () => await store.WaitForRoomAsync())).Message);
    }
}
