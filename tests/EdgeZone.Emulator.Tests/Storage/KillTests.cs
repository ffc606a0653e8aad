using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>A process that dies loses nothing that it has acknowledged.</summary>
public class KillTests
{
    /// <summary>More rounds, run by hand: EDGEZONE_KILL_ROUNDS=200 dotnet test --filter KillTests.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("EDGEZONE_KILL_ROUNDS"), out var rounds) ? rounds : 20;

    [Fact]
    public async Task Everything_acknowledged_is_there_after_a_kill_at_any_point_under_32_callers()
    {
        using var directory = new TestDirectory();
        var random = new Random(Rounds);
        var acknowledged = new Dictionary<string, long>();

        for (var round = 1; round <= Rounds; round++)
        {
            using (var appender = AppenderProcess.Start(directory, callers: 32))
            {
                await appender.ReadAsync(random.Next(1, 2000));
                await appender.KillAsync();
                foreach (var (sandbox, number) in appender.Acknowledged)
                {
                    acknowledged[sandbox] = Math.Max(number, acknowledged.GetValueOrDefault(sandbox));
                }
            }

            // After every other round the next process, and not this one, is the first to open what the kill left.
            if (round % 2 == 0)
            {
                await AssertKeptAsync(directory, acknowledged);
            }
        }

        await AssertKeptAsync(directory, acknowledged);
    }

    [Fact]
    public async Task A_directory_has_one_process_and_is_free_again_when_that_was_killed()
    {
        using var directory = new TestDirectory();
        using var appender = AppenderProcess.Start(directory, callers: 1);
        await appender.ReadAsync(1);

        var refusal = Assert.Throws<StorageException>(() => SandboxStore.Open(directory.Name, Appender.EngineVersion));
        await appender.KillAsync();
        await using var store = SandboxStore.Open(directory.Name, Appender.EngineVersion);

        Assert.Equal($"{directory.Name}: another process keeps its sandboxes here; each process needs a directory of its own", refusal.Message);
        Assert.Single(store.Load());
    }

    private static async Task AssertKeptAsync(TestDirectory directory, Dictionary<string, long> acknowledged)
    {
        await using var store = SandboxStore.Open(directory.Name, Appender.EngineVersion);
        var kept = store.Load().ToDictionary(sandbox => sandbox.Name, Contents.AssertWhole);
        Assert.All(acknowledged, sandbox => Assert.True(kept.GetValueOrDefault(sandbox.Key) >= sandbox.Value, $"{sandbox.Key} ends before {sandbox.Value}"));
    }
}
