using EdgeZone.Emulator.Domain.Chance;

namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>Made-up but repeatable traffic: it depends on zone, metric and minute, and grows with the number of servers.</summary>
internal static class ZoneTraffic
{
    /// <summary>The longest span that can be asked for.</summary>
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(2);

    private const double LeastMbpsPerServer = 5;
    private const double SpreadMbpsPerServer = 45;

    /// <summary>A point per full minute, both ends included.</summary>
    public static IReadOnlyList<ZoneSample> Between(string zone, ZoneMetric metric, DateTimeOffset start, DateTimeOffset end, int servers)
    {
        List<ZoneSample> samples = [];
        if (end < start)
        {
            return samples;
        }

        // Counted in minutes since the beginning of time: stepping an instant could leave year 9999.
        var first = (start.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute;
        var last = end.UtcTicks / TimeSpan.TicksPerMinute;
        var seed = SeededGenerator.For((long)metric, zone, "traffic").NextBits();
        for (var minute = first; minute <= last; minute++)
        {
            var share = new SeededGenerator(seed ^ (ulong)minute).NextFraction();
            var mbps = servers * (LeastMbpsPerServer + (SpreadMbpsPerServer * share));
            samples.Add(new ZoneSample(new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero), Math.Round(mbps, 2)));
        }

        return samples;
    }
}
