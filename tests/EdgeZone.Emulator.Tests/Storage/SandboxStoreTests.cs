using EdgeZone.Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>What was given is there again after the store was opened anew.</summary>
public class SandboxStoreTests
{
    [Fact]
    public async Task Beginnings_and_entries_come_back_in_order()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var logs = ((string[])["two", "one"]).Select(name => store.Create(name, Contents.Beginning(name))).ToList();
            for (var number = 1; number <= 100; number++)
            {
                logs.ForEach(log => store.Append(log, number, Contents.Entry(log.Name, number)));
            }
        }

        var kept = await LoadAsync(directory);

        Assert.Equal(["two", "one"], kept.Select(sandbox => sandbox.Name));
        Assert.All(kept, sandbox => Assert.Equal(100, Contents.AssertWhole(sandbox)));
    }

    [Fact]
    public async Task A_new_directory_is_made_and_holds_nothing()
    {
        using var directory = new TestDirectory();
        await using var store = SandboxStore.Open(directory.File("a/b"), "1");

        Assert.Empty(store.Load());
        Assert.True(File.Exists(directory.File("a/b/edgezone.db")));
        Assert.Null(store.State.Fault);
    }

    [Fact]
    public async Task After_an_orderly_end_everything_is_in_one_file()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            store.Append(store.Create("one", Contents.Beginning("one")), 1, Contents.Entry("one", 1));
        }

        Assert.Equal(["edgezone.db", "edgezone.lock"], Directory.EnumerateFiles(directory.Name).Select(Path.GetFileName).Order());
        Assert.Equal(0, new FileInfo(directory.Lock).Length);
    }

    [Fact]
    public async Task Entries_without_bytes_and_numbers_left_out_come_back_as_they_were()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var log = store.Create("one", default);
            store.Append(log, 3, []);
            store.Append(log, 9, [1, 2]);
        }

        var sandbox = Assert.Single(await LoadAsync(directory));

        Assert.True(sandbox.Beginning.IsEmpty);
        Assert.Equal([3, 9], sandbox.Entries.Select(entry => entry.Number));
        Assert.Equal([0, 2], sandbox.Entries.Select(entry => entry.Bytes.Length));
    }

    [Fact]
    public async Task A_store_goes_on_where_it_ended()
    {
        using var directory = new TestDirectory();
        for (var run = 0; run < 5; run++)
        {
            await using var store = SandboxStore.Open(directory.Name, "1");
            var log = store.Load().SingleOrDefault()?.Log ?? store.Create("one", Contents.Beginning("one"));
            for (var number = (10 * run) + 1; number <= (10 * run) + 10; number++)
            {
                store.Append(log, number, Contents.Entry("one", number));
            }

            if (run == 2)
            {
                await store.SaveSnapshot(log, 25, Contents.Snapshot("one", 25));
            }
        }

        var sandbox = Assert.Single(await LoadAsync(directory));

        Assert.Equal(50, Contents.AssertWhole(sandbox));
        Assert.Equal(25, sandbox.Entries.Count);
    }

    [Fact]
    public async Task A_snapshot_takes_the_place_of_the_older_one_and_of_the_entries_up_to_its_number()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1", new StoreOptions { SnapshotPiece = 100, SweepSlice = 3 }))
        {
            var log = store.Create("one", Contents.Beginning("one"));
            for (var number = 1; number <= 50; number++)
            {
                store.Append(log, number, Contents.Entry("one", number));
            }

            await store.SaveSnapshot(log, 20, Contents.Snapshot("one", 20));
            await store.SaveSnapshot(log, 40, Contents.Snapshot("one", 40));
            await store.SaveSnapshot(log, 30, Contents.Snapshot("one", 30));
        }

        var sandbox = Assert.Single(await LoadAsync(directory));

        Assert.Equal(40, sandbox.Snapshot!.Number);
        Assert.Equal(Contents.Snapshot("one", 40), sandbox.Snapshot.Bytes);
        Assert.Equal(Enumerable.Range(41, 10).Select(number => (long)number), sandbox.Entries.Select(entry => entry.Number));
        Assert.Equal($"1 sandbox, 10 entry, {(sandbox.Snapshot.Bytes.Length + 99) / 100} pieces", Rows(directory));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_snapshot_of_one_sandbox_leaves_the_entries_of_others_wherever_they_stand(int inARow)
    {
        using var directory = new TestDirectory();
        for (var run = 0; run < 3; run++)
        {
            await using var store = SandboxStore.Open(directory.Name, "1", new StoreOptions { SnapshotPiece = 100, SweepSlice = 3 });
            var kept = store.Load();
            var one = kept.Count == 0 ? store.Create("one", Contents.Beginning("one")) : kept[0].Log;
            var two = kept.Count == 0 ? store.Create("two", Contents.Beginning("two")) : kept[1].Log;
            for (var number = (run * 40) + 1; number <= (run + 1) * 40; number++)
            {
                store.Append(one, number, Contents.Entry("one", number));
                if (number % inARow == 0)
                {
                    store.Append(two, number / inARow, Contents.Entry("two", number / inARow));
                }
            }

            await store.SaveSnapshot(one, (run * 40) + 33, Contents.Snapshot("one", (run * 40) + 33));
        }

        var sandboxes = await LoadAsync(directory);

        Assert.Equal([120, 120 / inARow], sandboxes.Select(Contents.AssertWhole));
        Assert.Equal($"2 sandbox, {7 + (120 / inARow)} entry, {(Contents.Snapshot("one", 113).Length + 99) / 100} pieces", Rows(directory));
    }

    [Fact]
    public async Task A_snapshot_may_have_the_number_of_a_call_that_left_no_entry()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var log = store.Create("one", default);
            store.Append(log, 1, [1]);
            var saved = store.SaveSnapshot(log, 5, new byte[] { 5 });
            store.Append(log, 6, [6]);
            await saved;
        }

        var sandbox = Assert.Single(await LoadAsync(directory));

        Assert.Equal(5, sandbox.Snapshot!.Number);
        Assert.Equal(6, Assert.Single(sandbox.Entries).Number);
    }

    [Fact]
    public async Task Room_that_a_snapshot_makes_is_used_again()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var log = store.Create("one", Contents.Beginning("one"));
            for (var number = 1; number <= 20_000; number++)
            {
                store.Append(log, number, new byte[300]);
                if (number % 500 == 0)
                {
                    await store.SaveSnapshot(log, number, new byte[5000]);
                }
            }
        }

        Assert.InRange(new FileInfo(directory.Database).Length, 1, 2_000_000);
    }

    [Fact]
    public async Task A_sandbox_that_is_forgotten_leaves_nothing()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var (one, two) = (store.Create("one", Contents.Beginning("one")), store.Create("two", Contents.Beginning("two")));
            store.Append(one, 1, Contents.Entry("one", 1));
            store.Append(two, 1, Contents.Entry("two", 1));
            await store.SaveSnapshot(one, 1, Contents.Snapshot("one", 1));
            store.Forget(one);
            await store.WaitUntilKeptAsync(one.Position);
        }

        var sandbox = Assert.Single(await LoadAsync(directory));

        Assert.Equal("two", sandbox.Name);
        Assert.Equal(1, Contents.AssertWhole(sandbox));
        Assert.Equal("1 sandbox, 1 entry, 0 pieces", Rows(directory));
    }

    [Fact]
    public async Task What_ends_in_a_sandbox_that_was_reset_does_not_get_into_the_new_one()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var old = store.Create("one", new byte[] { 1 });
            store.Append(old, 1, [2]);
            var log = store.Reset(old, Contents.Beginning("one"));
            store.Append(log, 1, Contents.Entry("one", 1));

            await store.WaitUntilKeptAsync(store.Append(old, 2, [3]));
            await store.SaveSnapshot(old, 2, new byte[] { 4 });
            store.Forget(old);
        }

        Assert.Equal(1, Contents.AssertWhole(Assert.Single(await LoadAsync(directory))));
    }

    [Fact]
    public async Task Sandboxes_end_and_begin_together()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            var gone = ((string[])["one", "two", "three"]).Select(name => store.Create(name, new byte[] { 1 })).ToList();
            var fresh = store.Replace(gone, [("one", Contents.Beginning("one"))]);
            store.Append(Assert.Single(fresh), 1, Contents.Entry("one", 1));
        }

        Assert.Equal(1, Contents.AssertWhole(Assert.Single(await LoadAsync(directory))));
    }

    [Fact]
    public async Task A_closed_store_keeps_nothing_and_says_so()
    {
        using var directory = new TestDirectory();
        var store = SandboxStore.Open(directory.Name, "1");
        var log = store.Create("one", Contents.Beginning("one"));
        await store.DisposeAsync();

        Assert.Equal("the store is closed: nothing is kept any more", Assert.Throws<StorageException>(() => store.Append(log, 1, [1])).Message);
        Assert.True(IsDone(store.WaitUntilKeptAsync(log.Position)));
    }

    [Fact]
    public async Task Parallel_callers_of_many_sandboxes_find_all_that_they_were_promised()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, "1", new StoreOptions { QueueLimit = 2000 }))
        {
            await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
            {
                var log = store.Create($"sandbox-{caller}", Contents.Beginning($"sandbox-{caller}"));
                for (var number = 1; number <= 50; number++)
                {
                    await store.WaitForRoomAsync();
                    await store.WaitUntilKeptAsync(store.Append(log, number, Contents.Entry(log.Name, number)));
                }
            })));
        }

        var kept = await LoadAsync(directory);

        Assert.Equal(32, kept.Count);
        Assert.All(kept, sandbox => Assert.Equal(50, Contents.AssertWhole(sandbox)));
    }

    private static async Task<IReadOnlyList<KeptSandbox>> LoadAsync(TestDirectory directory)
    {
        await using var store = SandboxStore.Open(directory.Name, "1");
        return store.Load();
    }

    private static string Rows(TestDirectory directory)
    {
        using var connection = new SqliteConnection($"Data Source={directory.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = """
            SELECT format('%d sandbox, %d entry, %d pieces', (SELECT count(*) FROM sandbox), (SELECT count(*) FROM entry), (SELECT count(*) FROM piece))
            """;
        return (string)count.ExecuteScalar()!;
    }

    private static bool IsDone(ValueTask task) => task.IsCompletedSuccessfully;
}
