using System.Net;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EdgeZone.Emulator.Proxy;

/// <summary>
/// Decides what a request to the proxy may reach: the emulator, where the API is meant; what a setting lets pass; and never, whatever the
/// settings say, an API of the real cloud.
/// </summary>
internal sealed partial class ProxyGuard(EmulatorSettings settings, IServiceProvider services, ILogger<ProxyGuard> logger)
{
    private readonly Lock _lock = new();
    private readonly Queue<EscapeAttempt> _latest = new();
    private long _refused;

    /// <summary>Whether there is a proxy at all.</summary>
    public bool IsEnabled { get; } = settings.Proxy.Enabled ?? settings.Auth.Mode != AuthMode.Strict;

    /// <summary>Decides, and remembers what it refuses.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="target">Where it wants to go.</param>
    /// <param name="local">Where it has come in.</param>
    /// <param name="reason">Why it is refused, in a sentence; else empty.</param>
    public ProxyVerdict Decide(string method, ProxyTarget target, IPAddress? local, out string reason)
    {
        reason = "";
        if (IsEnabled
            && (ApiHosts.AreOurs(target.Host) || settings.Https.Names.Contains(target.Host, StringComparer.OrdinalIgnoreCase) || IsEmulator(target, local)))
        {
            return ProxyVerdict.Answer;
        }

        // A name of a setting may cover one of the cloud's all the same.
        var isTheClouds = ApiHosts.AreTheClouds(target.Host);
        var passes = IsEnabled && !isTheClouds && settings.Proxy.LetsPass(target.Host);
        if (passes && method == "CONNECT")
        {
            return ProxyVerdict.Pass;
        }

        reason = !IsEnabled ? $"EdgeZone.Emulator does not pass {target} on: Emulator:Proxy:Enabled is false."
            : isTheClouds ? $"EdgeZone.Emulator does not pass {target} on: it is a host of the real cloud, which no test shall reach by mistake, "
                + "and Emulator:Proxy:PassThrough cannot name it."
            : passes ? $"EdgeZone.Emulator does not pass {target} on by {method}: Emulator:Proxy:PassThrough is for CONNECT, as clients use it for https."
            : $"EdgeZone.Emulator does not pass {target} on: Emulator:Proxy:PassThrough does not name it.";
        Remember(new EscapeAttempt(DateTimeOffset.UtcNow, method, target, reason));
        return ProxyVerdict.Refuse;
    }

    /// <summary>The latest refused requests, the newest first, and how many there were.</summary>
    public (IReadOnlyList<EscapeAttempt> Latest, long Total) Read()
    {
        lock (_lock)
        {
            return ([.. _latest.Reverse()], _refused);
        }
    }

    private void Remember(EscapeAttempt attempt)
    {
        lock (_lock)
        {
            _refused++;
            _latest.Enqueue(attempt);
            while (_latest.Count > settings.Proxy.Refused)
            {
                _latest.Dequeue();
            }
        }

        Log.Refused(logger, attempt.Method, attempt.Target, attempt.Reason);
    }

    // At an address of this machine, or a name that only a private network knows, and at a port that the emulator listens on, nobody else answers.
    private bool IsEmulator(ProxyTarget target, IPAddress? local) =>
        (IPAddress.TryParse(target.Host, out var address)
            ? IPAddress.IsLoopback(address) || address.Equals(local)
            : HostNames.IsPrivate(target.Host) || target.Host.Equals(Dns.GetHostName(), StringComparison.OrdinalIgnoreCase))
        && Ports().Contains(target.Port);

    private IEnumerable<int> Ports() =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .Select(BindingAddress.Parse).Where(bound => !bound.IsUnixPipe).Select(bound => bound.Port) ?? [];

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Warning, "The proxy refused {Method} {Target}: {Reason}")]
        public static partial void Refused(ILogger logger, string method, ProxyTarget target, string reason);
    }
}
