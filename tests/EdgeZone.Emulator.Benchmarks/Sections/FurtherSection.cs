using System.Diagnostics;
using EdgeZone.Emulator.Benchmarks.Reporting;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>A further emulator in a process that already had one: what each test with an emulator of its own pays.</summary>
internal static class FurtherSection
{
    public static async Task RunAsync(BenchmarkOptions options, Report report)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < (options.Quick ? 10 : 40); i++)
        {
            var started = Stopwatch.GetTimestamp();
            await using (var app = EmulatorHost.Create(["--urls=http://127.0.0.1:0", "--Emulator:Logging:Level=Error"]))
            {
                await app.StartAsync();
            }

            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        report.Add("JIT: first emulator in a process, ms", $"{milliseconds[0]:0.0}");
        report.Add("JIT: a further one, created, started, disposed, ms", $"{Median.Of(milliseconds.Skip(1)):0.0}", goal: "≤ 15 ms");
    }
}
