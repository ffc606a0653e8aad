using System.Globalization;
using System.Text;
using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>The process that is killed: callers that append to a few sandboxes, save snapshots now and then, and print what was acknowledged.</summary>
internal static class Appender
{
    public const string EngineVersion = "1";

    private const int Sandboxes = 8;
    private const int NumbersPerSnapshot = 60;

    /// <param name="directory">The store's.</param>
    /// <param name="callers">How many append at the same time.</param>
    /// <param name="limit">How many entries are appended in all; then the process waits to be killed.</param>
    public static async Task RunAsync(string directory, int callers, int limit)
    {
        // Small pieces and slices, so that a kill meets snapshots and sweeps that are half done.
        var store = SandboxStore.Open(directory, EngineVersion, new StoreOptions { SnapshotPiece = 2048, SweepSlice = 16 });
        var known = store.Load().ToDictionary(sandbox => sandbox.Name, sandbox => sandbox.Log);
        var sandboxes = Enumerable.Range(0, Math.Min(callers, Sandboxes))
            .Select(number => $"sandbox-{number}")
            .Select(name => new AppendedSandbox(known.GetValueOrDefault(name) ?? store.Create(name, Contents.Beginning(name))))
            .ToArray();
        using var output = Console.OpenStandardOutput();
        var left = limit;

        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var sandbox = sandboxes[caller % sandboxes.Length];
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await store.WaitForRoomAsync();
                var (number, position) = sandbox.Append(store);
                await store.WaitUntilKeptAsync(position);
                Print(output, string.Create(CultureInfo.InvariantCulture, $"{sandbox.Name} {number}\n"));
                if (number % NumbersPerSnapshot == 0)
                {
                    _ = store.SaveSnapshot(sandbox.Log, number, Contents.Snapshot(sandbox.Name, number));
                }
            }
        })));
        Print(output, "done\n");
        await Task.Delay(Timeout.Infinite);
    }

    private static void Print(Stream output, string line)
    {
        lock (output)
        {
            output.Write(Encoding.ASCII.GetBytes(line));
            output.Flush();
        }
    }

    /// <summary>A sandbox with its lock.</summary>
    private sealed class AppendedSandbox(SandboxLog log)
    {
        private readonly Lock _gate = new();
        private long _last = log.LastNumber;

        public string Name => log.Name;

        public SandboxLog Log => log;

        public (long Number, long Position) Append(SandboxStore store)
        {
            lock (_gate)
            {
                var number = ++_last;
                return (number, store.Append(log, number, Contents.Entry(Name, number)));
            }
        }
    }
}
