using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>
/// Made-up but repeatable traffic: it depends on zone, metric, minute and the machines that ran in that minute. What happens later
/// changes no point, so what was answered once is answered again for as long as the history reaches.
/// </summary>
/// <param name="began">When the sandbox began; nothing ran before.</param>
internal sealed class ZoneTraffic(DateTimeOffset began)
{
    /// <summary>How far back the history reaches; an older point of the sandbox's life is no longer there.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const double LeastMbpsPerServer = 5;
    private const double SpreadMbpsPerServer = 45;

    // The minute of the oldest point, too.
    private static readonly long KeptMinutes = (Kept.Ticks / TimeSpan.TicksPerMinute) + 1;

    private readonly Dictionary<(long AppId, ZoneCode Zone), RunningMachines> _running = [];

    /// <summary>Histories of their own with the same entries.</summary>
    public ZoneTraffic Copy()
    {
        var copy = new ZoneTraffic(began);
        foreach (var (place, running) in _running)
        {
            copy._running.Add(place, running.Copy());
        }

        return copy;
    }

    /// <summary>When the sandbox began.</summary>
    public DateTimeOffset Began => began;

    /// <summary>The histories, by account, then zone.</summary>
    public IEnumerable<(long AppId, ZoneCode Zone, IReadOnlyList<RunningMinute> Minutes)> All => _running
        .OrderBy(pair => pair.Key.AppId)
        .ThenBy(pair => pair.Key.Zone.ToString(), StringComparer.Ordinal)
        .Select(pair => (pair.Key.AppId, pair.Key.Zone, pair.Value.Entries));

    /// <summary>Adds the history of an account in a zone.</summary>
    public void Add(long appId, ZoneCode zone, IEnumerable<RunningMinute> minutes)
    {
        var running = new RunningMachines(KeptMinutes);
        running.AddRange(minutes);
        _running.Add((appId, zone), running);
    }

    /// <summary>Counts machines of an account that begin (or, negative, cease) to cause traffic.</summary>
    public void Count(long appId, ZoneCode zone, DateTimeOffset at, int change)
    {
        if (!_running.TryGetValue((appId, zone), out var running))
        {
            _running[(appId, zone)] = running = new RunningMachines(KeptMinutes);
        }

        running.Add(at, change);
    }

    /// <summary>A point per full minute, both ends included and none after now. Each is the mean of the minute that ends there, which is over.</summary>
    public IReadOnlyList<ZoneSample> Between(long appId, ZoneCode zone, ZoneMetric metric, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
    {
        var running = _running.GetValueOrDefault((appId, zone));
        var seed = SeededGenerator.For((long)metric, zone.ToString(), "traffic").NextBits();
        var beginning = MinuteOf(began);
        var oldest = MinuteOf(now) - (Kept.Ticks / TimeSpan.TicksPerMinute);
        List<ZoneSample> samples = [];

        // Counted in minutes since the beginning of time: stepping an instant could leave year 9999.
        var last = Math.Min(MinuteOf(end), MinuteOf(now));
        for (var minute = (start.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute; minute <= last; minute++)
        {
            if (minute > beginning && minute < oldest)
            {
                continue;
            }

            var servers = (double)(running?.TicksIn(minute - 1) ?? 0) / TimeSpan.TicksPerMinute;
            var share = new SeededGenerator(seed ^ (ulong)minute).NextFraction();
            var mbps = servers * (LeastMbpsPerServer + (SpreadMbpsPerServer * share));
            samples.Add(new ZoneSample(new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero), Math.Round(mbps, 2)));
        }

        return samples;
    }

    private static long MinuteOf(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerMinute;
}
