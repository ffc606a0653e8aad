using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Load;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>One host under load for a while.</summary>
/// <param name="Load">What the client saw.</param>
/// <param name="ProcessorMicroseconds">What a call cost the host, whoever else kept the machine busy.</param>
internal readonly record struct Round(LoadResult Load, double ProcessorMicroseconds)
{
    public static Round Of(RunningHost host, string action, int connections, TimeSpan duration)
    {
        var before = host.ProcessorTime();
        var load = LoadProcess.Start(host.Port, action, connections, duration);
        var used = host.ProcessorTime() - before;
        return new Round(load, used.TotalMicroseconds / (load.PerSecond * duration.TotalSeconds));
    }
}
