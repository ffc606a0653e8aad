using System.Collections.Concurrent;

namespace EdgeZone.Emulator.Benchmarks.Soak;

/// <summary>What came of the calls of all tenants.</summary>
internal sealed class SoakTally
{
    private readonly ConcurrentDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _unasked = new();
    private readonly Lock _lock = new();
    private readonly List<float> _milliseconds = [];
    private long _moves;
    private long _rules;
    private long _forks;

    public long Calls => _outcomes.Values.Sum();

    public long Moves => _moves;

    public long Rules => _rules;

    public long Forks => _forks;

    /// <summary>How often each code was answered, <c>OK</c> for none.</summary>
    public IEnumerable<KeyValuePair<string, long>> Outcomes => _outcomes.OrderByDescending(outcome => outcome.Value);

    /// <summary>What went wrong though no rule says so.</summary>
    public IReadOnlyCollection<string> Unasked => _unasked;

    public void Called(string outcome, TimeSpan elapsed)
    {
        _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        lock (_lock)
        {
            _milliseconds.Add((float)elapsed.TotalMilliseconds);
        }
    }

    public void Moved() => Interlocked.Increment(ref _moves);

    public void RuleAdded() => Interlocked.Increment(ref _rules);

    public void Forked() => Interlocked.Increment(ref _forks);

    public void WentWrong(string what) => _unasked.Enqueue(what);

    public double Milliseconds(double quantile)
    {
        lock (_lock)
        {
            _milliseconds.Sort();
            return _milliseconds.Count == 0 ? 0 : _milliseconds[(int)((_milliseconds.Count - 1) * quantile)];
        }
    }
}
