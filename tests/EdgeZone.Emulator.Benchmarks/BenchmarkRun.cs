using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Reporting;
using EdgeZone.Emulator.Benchmarks.Sections;

namespace EdgeZone.Emulator.Benchmarks;

/// <summary>Runs the sections that were asked for, one after the other, and prints one table.</summary>
internal static class BenchmarkRun
{
    private const int BadUsage = 64;

    private static readonly (string Name, Func<BenchmarkOptions, IReadOnlyList<HostPair>, Report, Task> Run)[] Sections =
    [
        ("start", StartSection.RunAsync),
        ("memory", MemorySection.RunAsync),
        ("http", HttpSection.RunAsync),
        ("life", LifeSection.RunAsync),
        ("kept", KeptSection.RunAsync),
        ("engine", (options, _, report) => EngineSection.RunAsync(options, report)),
        ("world", (options, _, report) => WorldSection.RunAsync(options, report)),
        ("explore", (options, _, report) => ExploreSection.RunAsync(options, report)),
        ("further", (options, _, report) => FurtherSection.RunAsync(options, report)),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (BenchmarkOptions.Parse(args, [.. Sections.Select(section => section.Name)]) is not { } options)
        {
            Console.Error.WriteLine(BenchmarkOptions.Usage);
            return BadUsage;
        }

        var pairs = new List<HostPair> { HostPair.Jit() };
        if (options.Native)
        {
            pairs.Add(HostPair.PublishNative());
        }

        var report = new Report();
        foreach (var (name, run) in Sections.Where(section => options.Only is null || section.Name == options.Only))
        {
            // On stderr, so that stdout holds the table and nothing else.
            Console.Error.WriteLine($"{name} …");
            await run(options, pairs, report);
        }

        report.Print(Console.Out);
        return 0;
    }
}
