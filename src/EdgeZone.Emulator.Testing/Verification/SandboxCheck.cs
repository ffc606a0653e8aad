using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Time;

namespace EdgeZone.Emulator.Testing.Verification;

/// <summary>The check that nobody has to write: what is wrong in a sandbox at the end of a test, whatever the test was about.</summary>
internal sealed class SandboxCheck
{
    private const string RateLimit = "RequestLimitExceeded";

    private readonly HeldResources _held;
    private readonly TimerList _timers;
    private readonly IReadOnlyList<RecordedCall> _calls;
    private readonly IReadOnlyList<FaultReport> _unfired;
    private readonly IReadOnlyList<RefusedCall> _refused;
    private readonly Func<string, bool> _keeps;

    private SandboxCheck(
        HeldResources held,
        TimerList timers,
        IReadOnlyList<RecordedCall> calls,
        IReadOnlyList<FaultReport> unfired,
        IReadOnlyList<RefusedCall> refused,
        Func<string, bool> keeps) =>
        (_held, _timers, _calls, _unfired, _refused, _keeps) = (held, timers, calls, unfired, refused, keeps);

    /// <summary>Looks at everything.</summary>
    /// <param name="control">The control plane.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="keeps">Whether an id or an address is accounted for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<SandboxCheck> OfAsync(
        ControlPlaneClient control, SandboxClient sandbox, Func<string, bool> keeps, CancellationToken cancellationToken) => new(
        await sandbox.GetHeldAsync(cancellationToken).ConfigureAwait(false),
        await sandbox.GetTimersAsync(cancellationToken).ConfigureAwait(false),
        [.. (await sandbox.ListCallsAsync(null, cancellationToken).ConfigureAwait(false)).Calls.Reverse()],
        (await sandbox.ListFaultsAsync(required: true, fired: false, cancellationToken).ConfigureAwait(false)).Faults,
        [.. (await control.ListRefusedAsync(cancellationToken).ConfigureAwait(false)).Refused.Where(call => call.Sandbox == sandbox.Name)],
        keeps);

    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Findings() => [.. Instances(), .. Addresses(), .. Networks(), .. Malformed(), .. Unfired()];

    private IEnumerable<string> Instances()
    {
        var hanging = WaitingReport.Hanging(_held, _timers).Select(instance => instance.Id).ToHashSet();
        foreach (var instance in _held.Instances.Where(instance => !_keeps(instance.Id)))
        {
            var state = hanging.Contains(instance.Id) ? $"{instance.Status} for ever: nothing is due on it" : instance.Status;
            yield return Held($"instance {instance.Id} ({instance.Name}, {state})", instance.Id, "TerminateInstances", $"InstanceIds: [\"{instance.Id}\"]");
        }
    }

    private IEnumerable<string> Addresses() => _held.PublicIps
        .Where(address => !_keeps(address.Ip) && !_keeps(address.NetworkId))
        .Select(address => Held(
            $"address {address.Ip}",
            address.Ip,
            "ReleasePublicIp",
            $"NetworkInstanceId: \"{address.NetworkId}\", Type: \"{FamilyOf(address.Ip)}\", IpList: [\"{address.Ip}\"]"));

    private static string FamilyOf(string ip) => ip.Contains(':', StringComparison.Ordinal) ? "ipv6" : "ipv4";

    private IEnumerable<string> Networks() =>
    [
        .. _held.PrivateNetworks.Where(network => !_keeps(network.Id)).Select(network => Held(
            $"private network {network.Id} ({network.Name})", network.Id, "DeletePrivateNetworkInstance", $"NetworkInstanceId: \"{network.Id}\"")),
        .. _held.PublicNetworks.Where(network => !_keeps(network.Id)).Select(network => Held(
            $"public network {network.Id} ({network.Name})", network.Id, "DeletePublicNetworkInstance", $"NetworkInstanceId: \"{network.Id}\"")),
    ];

    private string Held(string what, string id, string release, string parameters)
    {
        var tried = _calls.LastOrDefault(call => call.Action == release && call.Parameters.GetRawText().Contains($"\"{id}\"", StringComparison.Ordinal));
        return $"{what} is held since {Since(id)}; "
            + (tried is null
                ? $"{release}({parameters}) would have released it"
                : $"{CallExpectation.Show(tried)} came nearest to releasing it{(tried.Message is null ? "" : $": {tried.Message}")}");
    }

    private string Since(string id) => _calls.FirstOrDefault(call => call.Effects.Any(effect => IsAbout(effect, id))) is { } call
        ? CallExpectation.Show(call)
        : "a call that is no longer remembered";

    // An address is the subject of no event: its network is.
    private static bool IsAbout(SandboxEvent effect, string id) =>
        effect.Subject == id || effect.After == id || effect.Detail?.Split(' ', ',').Contains(id) == true;

    // Refused before it came to a rule of the engine, and not because somebody ordered that.
    private IEnumerable<string> Malformed() =>
    [
        .. _calls.Where(call => call is { Inside: null, Fault: null, Outcome: not RateLimit })
            .Select(call => $"{CallExpectation.Show(call)} is malformed: {call.Message}"),
        .. _refused.Select(call => $"{call.Action}, request {call.RequestId}, reached no sandbox: {call.Outcome}, {call.Message}"),
    ];

    private IEnumerable<string> Unfired() => _unfired.Select(fault => fault.Hits == 0
        ? $"the required fault '{fault.Id}' met no call that it matches: {FaultText.Of(fault)}"
        : $"the required fault '{fault.Id}' matched {fault.Hits} calls and did not fire: {FaultText.Of(fault)}");
}
