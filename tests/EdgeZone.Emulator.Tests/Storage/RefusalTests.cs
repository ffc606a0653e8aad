using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>What a store says of a directory that it cannot use, in one line.</summary>
public class RefusalTests
{
    [Fact]
    public async Task A_second_store_on_the_same_directory_is_refused()
    {
        using var directory = new TestDirectory();
        await using var store = SandboxStore.Open(directory.Name, "1");

        Assert.Equal($"{directory.Name}: another process keeps its sandboxes here; each process needs a directory of its own", Refusal(directory));
    }

    [Fact]
    public async Task Another_engine_version_is_refused_by_name()
    {
        using var directory = await WithOneSandboxAsync();

        Assert.Equal($"{directory.Database}: it was written by engine version 1, and this program has version 2", Refusal(directory, "2"));
        await AssertOneSandboxAsync(directory);
    }

    [Fact]
    public async Task Another_format_is_refused_by_name()
    {
        using var directory = await WithOneSandboxAsync();
        Overwrite(directory.Database, 60, [0, 0, 0, 7]);

        Assert.Equal($"{directory.Database}: it has format 7, and this program knows format 2", Refusal(directory));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        using var directory = await WithOneSandboxAsync();
        Overwrite(directory.Database, 68, [0, 0, 0, 1]);
        var before = File.ReadAllBytes(directory.Database);

        Assert.Equal($"{directory.Database}: it is a database of another program", Refusal(directory));
        Assert.Equal(before, File.ReadAllBytes(directory.Database));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        using var directory = new TestDirectory();
        File.WriteAllText(directory.Database, "my diary");

        Assert.Equal($"{directory.Database}: it is no SQLite database", Refusal(directory));
        Assert.Equal("my diary", File.ReadAllText(directory.Database));
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        using var directory = await WithOneSandboxAsync();
        File.SetAttributes(directory.Database, FileAttributes.ReadOnly);

        Assert.Equal($"{directory.Database}: it is read-only", Refusal(directory));
        File.SetAttributes(directory.Database, FileAttributes.Normal);
        await AssertOneSandboxAsync(directory);
    }

    [Fact]
    public void A_read_only_directory_is_refused()
    {
        using var directory = new TestDirectory();
        File.SetAttributes(directory.Name, FileAttributes.ReadOnly);

        Assert.Equal($"{directory.Name}: it is read-only", Refusal(directory));
        File.SetAttributes(directory.Name, FileAttributes.Normal);
    }

    [Fact]
    public void A_directory_that_is_a_file_is_refused()
    {
        using var directory = new TestDirectory();
        File.WriteAllText(directory.File("data"), "a file");

        var refusal = Assert.Throws<StorageException>(() => SandboxStore.Open(directory.File("data"), "1"));

        Assert.StartsWith($"{directory.File("data")}: the directory cannot be made: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_missing_beside_what_a_kill_left_is_not_begun_anew()
    {
        using var directory = await KilledAsync();
        File.Delete(directory.Database);

        Assert.Equal(
            $"{directory.Database}: it is missing, but what lies beside it belongs to one; put it back, or begin with an empty directory", Refusal(directory));
    }

    [Fact]
    public async Task A_copy_of_the_database_alone_is_refused_when_it_was_not_closed()
    {
        using var directory = await KilledAsync();
        File.Delete(directory.Log);
        File.Delete(directory.Lock);

        Assert.Equal(
            $"{directory.Database}: it was not closed, and edgezone.lock, which says what must be in it, is missing or another's", Refusal(directory));
    }

    [Fact]
    public async Task A_database_whose_log_was_removed_is_refused()
    {
        using var directory = await KilledAsync();
        File.Delete(directory.Log);

        Assert.Matches("it ends at [0-9]+, but everything up to 6 was acknowledged; edgezone.db-wal has been cut off or removed$", Refusal(directory));
    }

    [Fact]
    public async Task A_copy_of_the_database_alone_is_enough_when_it_was_closed()
    {
        using var directory = await WithOneSandboxAsync();
        using var copy = new TestDirectory();
        File.Copy(directory.Database, copy.Database);

        await AssertOneSandboxAsync(copy);
    }

    [Fact]
    public async Task What_was_left_of_a_database_that_was_never_finished_is_replaced()
    {
        using var directory = new TestDirectory();
        File.WriteAllText(directory.File("edgezone.db.new"), "half a database");

        await using var store = SandboxStore.Open(directory.Name, "1");

        Assert.Empty(store.Load());
        Assert.False(File.Exists(directory.File("edgezone.db.new")));
    }

    private static string Refusal(TestDirectory directory, string engineVersion = "1") =>
        Assert.Throws<StorageException>(() => SandboxStore.Open(directory.Name, engineVersion)).Message;

    private static async Task<TestDirectory> WithOneSandboxAsync()
    {
        var directory = new TestDirectory();
        await using var store = SandboxStore.Open(directory.Name, "1");
        store.Create("one", Contents.Beginning("one"));
        return directory;
    }

    private static async Task<TestDirectory> KilledAsync()
    {
        var directory = new TestDirectory();
        using var appender = AppenderProcess.Start(directory, callers: 1, limit: 5);
        await appender.ReadAsync(int.MaxValue);
        await appender.KillAsync();
        return directory;
    }

    private static async Task AssertOneSandboxAsync(TestDirectory directory)
    {
        await using var store = SandboxStore.Open(directory.Name, "1");
        Assert.Equal("one", Assert.Single(store.Load()).Name);
    }

    private static void Overwrite(string path, long offset, byte[] bytes)
    {
        using var file = File.OpenWrite(path);
        file.Position = offset;
        file.Write(bytes);
    }
}
