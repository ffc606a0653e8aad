using System.Collections.Concurrent;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// A fixed window of one real second for each action, region and sub-account; refused calls are counted too.
/// https://www.tencentcloud.com/document/api/1230/79065
/// </summary>
internal sealed class RateLimiter(EmulatorSettings settings, TimeProvider time)
{
    private volatile Window _current = new(0);

    /// <exception cref="ApiException">More calls than allowed came in this second.</exception>
    public void Count(string action, string region, string subAccount)
    {
        if (!settings.RateLimit.Enabled)
        {
            return;
        }

        var limit = settings.RateLimit.Actions.TryGetValue(action, out var own) ? own : settings.RateLimit.PerSecond;
        var count = WindowOf(time.GetUtcNow().ToUnixTimeSeconds()).Increment((action, region, subAccount));
        if (count > limit)
        {
            throw ApiErrors.Service.RateLimited(count, limit);
        }
    }

    // An old second's counters are dropped whole, so what is kept is bounded by what one second brings.
    private Window WindowOf(long second)
    {
        var window = _current;
        while (window.Second != second)
        {
            var next = new Window(second);
            var seen = Interlocked.CompareExchange(ref _current, next, window);
            window = seen == window ? next : seen;
        }

        return window;
    }

    private sealed class Window(long second)
    {
        private readonly ConcurrentDictionary<(string, string, string), Counter> _counters = new();

        public long Second => second;

        public int Increment((string, string, string) key) => _counters.GetOrAdd(key, static _ => new Counter()).Next();
    }

    private sealed class Counter
    {
        private int _value;

        public int Next() => Interlocked.Increment(ref _value);
    }
}
