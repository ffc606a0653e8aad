using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>Files that are cut off anywhere give back everything that was acknowledged, or say in one line what is wrong; never a part.</summary>
public class CutFileTests
{
    private const int Entries = 10;
    private const int Step = 100;

    [Fact]
    public async Task A_closed_file_cut_off_at_every_100th_byte_is_refused_and_left_as_it_is()
    {
        using var directory = new TestDirectory();
        await using (var store = SandboxStore.Open(directory.Name, Appender.EngineVersion))
        {
            var log = store.Create("sandbox-0", Contents.Beginning("sandbox-0"));
            for (var number = 1; number <= 3 * Entries; number++)
            {
                store.Append(log, number, Contents.Entry("sandbox-0", number));
            }

            await store.SaveSnapshot(log, Entries, Contents.Snapshot("sandbox-0", Entries));
        }

        for (var length = 0L; length < new FileInfo(directory.Database).Length; length += Step)
        {
            using var copy = directory.Copy();
            Cut(copy.Database, length);
            AssertRefused(copy, copy.Database);
            Assert.Equal(length, new FileInfo(copy.Database).Length);
        }
    }

    [Fact]
    public async Task A_log_cut_off_at_every_100th_byte_is_refused_and_left_as_it_is()
    {
        using var directory = await KilledAsync();

        for (var length = 0L; length < new FileInfo(directory.Log).Length; length += Step)
        {
            using var copy = directory.Copy();
            Cut(copy.Log, length);
            AssertRefused(copy, copy.Database);
            Assert.Equal(length, new FileInfo(copy.Log).Length);
        }
    }

    [Fact]
    public async Task A_file_cut_off_at_every_100th_byte_while_the_log_holds_the_newest_is_whole_or_refused()
    {
        using var directory = await KilledAsync();

        for (var length = 0L; length < new FileInfo(directory.Database).Length; length += Step)
        {
            using var copy = directory.Copy();
            Cut(copy.Database, length);
            await AssertWholeOrRefusedAsync(copy);
        }
    }

    [Fact]
    public async Task A_file_with_one_bit_turned_is_whole_or_refused()
    {
        using var directory = await KilledAsync();

        foreach (var name in (string[])[directory.Database, directory.Log])
        {
            for (var offset = 0L; offset < new FileInfo(name).Length; offset += 411)
            {
                using var copy = directory.Copy();
                TurnBit(copy.File(Path.GetFileName(name)), offset);
                await AssertWholeOrRefusedAsync(copy);
            }
        }
    }

    [Fact]
    public async Task What_a_kill_leaves_behind_is_whole()
    {
        using var directory = await KilledAsync();

        await using var store = SandboxStore.Open(directory.Name, Appender.EngineVersion);

        Assert.Equal(Entries, Contents.AssertWhole(Assert.Single(store.Load())));
    }

    /// <summary>A directory whose process was killed after it had acknowledged all of its entries, which are in the log.</summary>
    private static async Task<TestDirectory> KilledAsync()
    {
        var directory = new TestDirectory();
        using var appender = AppenderProcess.Start(directory, callers: 1, limit: Entries);
        await appender.ReadAsync(int.MaxValue);
        await appender.KillAsync();
        return directory;
    }

    private static void AssertRefused(TestDirectory directory, string path)
    {
        var refusal = Assert.Throws<StorageException>(() => SandboxStore.Open(directory.Name, Appender.EngineVersion));
        Assert.StartsWith($"{path}: it ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static async Task AssertWholeOrRefusedAsync(TestDirectory directory)
    {
        try
        {
            await using var store = SandboxStore.Open(directory.Name, Appender.EngineVersion);
            Assert.Equal(Entries, Contents.AssertWhole(Assert.Single(store.Load())));
        }
        catch (StorageException refusal)
        {
            Assert.StartsWith($"{directory.Database}: it ", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    private static void Cut(string path, long length)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(length);
    }

    private static void TurnBit(string path, long offset)
    {
        using var file = File.Open(path, FileMode.Open);
        file.Position = offset;
        var value = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(value ^ 0x10));
    }
}
