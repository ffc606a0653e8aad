using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// The rate limit of a sandbox: a fixed window of one real second for each action, region and sub-account; refused calls are counted too.
/// It is no part of the world, and is used by one caller at a time. https://www.tencentcloud.com/document/api/1230/79065
/// </summary>
internal sealed class RateWindow(RateLimitTerms terms)
{
    private readonly Dictionary<(string Action, string Region, string SubAccount), int> _counts = [];
    private long _second;

    /// <returns>The refusal when more calls than allowed came in this second; otherwise null.</returns>
    public ApiException? Count(string action, string region, string subAccount, DateTimeOffset now)
    {
        if (!terms.Enabled)
        {
            return null;
        }

        // An old second's counts are dropped whole, so what is kept is bounded by what one second brings.
        if (now.ToUnixTimeSeconds() is var second && second != _second)
        {
            _second = second;
            _counts.Clear();
        }

        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, (action, region, subAccount), out _);
        var limit = terms.Actions.TryGetValue(action, out var own) ? own : terms.PerSecond;
        return ++count > limit ? ApiErrors.Service.RateLimited(count, limit) : null;
    }
}
