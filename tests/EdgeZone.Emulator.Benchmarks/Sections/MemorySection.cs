using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Reporting;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>What the process occupies once it has answered its first call and come to rest.</summary>
internal static class MemorySection
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(BenchmarkOptions options, IReadOnlyList<HostPair> pairs, Report report)
    {
        foreach (var pair in pairs)
        {
            var (emulator, bare) = (new List<double>(), new List<double>());
            for (var i = 0; i < (options.Quick ? 1 : 5); i++)
            {
                using var mine = RunningHost.Start(pair.Emulator);
                using var theirs = RunningHost.Start(pair.Bare);
                await Task.Delay(Rest);
                emulator.Add(mine.ResidentMiB());
                bare.Add(theirs.ResidentMiB());
            }

            var ratio = Median.Of(emulator.Zip(bare, (mine, theirs) => mine / theirs));
            report.Compare(
                $"{pair.Kind}: resident memory, idle, MiB", Median.Of(emulator), Median.Of(bare), ratio, "0.0", pair.IsNative ? "≤ 35 MiB" : "ratio ≤ 1.3");
        }
    }
}
