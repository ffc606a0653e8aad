namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What can be said to one sandbox. Looking at one that does not exist is refused with 404; changing one makes it.</summary>
/// <remarks>
/// Every method throws <see cref="ControlPlaneException"/> when the emulator refuses, and <see cref="HttpRequestException"/> when it cannot be reached.
/// </remarks>
public sealed class SandboxClient
{
    private readonly ControlPlaneConnection _connection;
    private readonly string _path;

    internal SandboxClient(ControlPlaneConnection connection, string name) =>
        (_connection, Name, _path) = (connection, name, ControlPlanePaths.Sandbox(name));

    /// <summary>Its name, or a SecretId that leads to it.</summary>
    public string Name { get; }

    /// <summary>What there is to say of it at a glance.</summary>
    public Task<SandboxSummary> GetAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(_path, ControlJson.Default.SandboxSummary, cancellationToken);

    /// <summary>Removes it, with the credentials that were issued for it.</summary>
    /// <exception cref="ControlPlaneException">404 when it is not there, 409 for <c>default</c>, which can only be reset.</exception>
    public Task DeleteAsync(CancellationToken cancellationToken = default) => _connection.SendAsync(HttpMethod.Delete, _path, null, cancellationToken);

    /// <summary>Puts a fresh world in its place.</summary>
    public Task ResetAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(HttpMethod.Post, ControlPlanePaths.SandboxReset(Name), null, cancellationToken);

    /// <summary>Makes another that goes on from this one and never touches it, under a name that is made up.</summary>
    /// <param name="beforeCall">The number of a call or a command: the fork begins as this one was just before it. Default: as this one is now.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">409 when the record no longer reaches back to that call.</exception>
    public Task<CreatedSandbox> ForkAsync(long? beforeCall = null, CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Post,
        ControlPlanePaths.Sandboxes,
        ControlPlaneConnection.Json(new SandboxOptions { From = Name, Call = beforeCall }, ControlJson.Default.SandboxOptions),
        ControlJson.Default.CreatedSandbox,
        cancellationToken);

    /// <summary>The whole sandbox as a JSON document, always in the same order, a member a line, so that two can be compared.</summary>
    public Task<string> GetSnapshotAsync(CancellationToken cancellationToken = default) =>
        _connection.GetTextAsync(ControlPlanePaths.Snapshot(Name), cancellationToken);

    /// <summary>Lets it go on from a snapshot. Its time goes on where it stood.</summary>
    /// <param name="snapshot">A document as <see cref="GetSnapshotAsync"/> returns it.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">
    /// 400 for a document that contradicts itself, with the place of the fault; the sandbox stays as it was.
    /// </exception>
    public Task RestoreAsync(string snapshot, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(HttpMethod.Put, ControlPlanePaths.Snapshot(Name), ControlPlaneConnection.Text(snapshot), cancellationToken);

    /// <summary>What was taken since the sandbox began, was forked or was restored, and is not given back; empty lists when all is well.</summary>
    public Task<HeldResources> GetHeldAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Held(Name), ControlJson.Default.HeldResources, cancellationToken);

    /// <summary>What is due when, in the order in which it will be done.</summary>
    public Task<TimerList> GetTimersAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Timers(Name), ControlJson.Default.TimerList, cancellationToken);

    /// <summary>Moves the clock until nothing is due any more, and then tells what was called and what is held: all that is needed to judge a test.</summary>
    public Task<SettledSandbox> SettleAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(HttpMethod.Post, ControlPlanePaths.Settlement(Name), null, ControlJson.Default.SettledSandbox, cancellationToken);

    /// <summary>What its clock shows.</summary>
    public Task<ClockReading> GetClockAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Clock(Name), ControlJson.Default.ClockReading, cancellationToken);

    /// <summary>Freezes, scales or frees the clock, or lets Describe calls move it. The time does not jump, it only passes differently from now on.</summary>
    /// <param name="change">What shall change; what is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<ClockReading> ChangeClockAsync(ClockChange change, CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Put,
        ControlPlanePaths.Clock(Name),
        ControlPlaneConnection.Json(change, ControlJson.Default.ClockChange),
        ControlJson.Default.ClockReading,
        cancellationToken);

    /// <summary>Moves the clock forward. What becomes due on the way happens at its own time, in order.</summary>
    /// <param name="by">How far; not negative.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<ClockMove> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) => AdvanceAsync(new ClockTarget(By: by), cancellationToken);

    /// <summary>Moves the clock to an instant.</summary>
    /// <param name="to">An instant that is not before the sandbox's time.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<ClockMove> AdvanceToAsync(DateTimeOffset to, CancellationToken cancellationToken = default) =>
        AdvanceAsync(new ClockTarget(To: to), cancellationToken);

    /// <summary>Moves the clock until nothing is due any more.</summary>
    public Task<ClockMove> AdvanceUntilIdleAsync(CancellationToken cancellationToken = default) =>
        AdvanceAsync(new ClockTarget(Until: ClockTarget.Idle), cancellationToken);

    /// <summary>Moves the clock until the next thing that is due has happened.</summary>
    public Task<ClockMove> AdvanceToNextAsync(CancellationToken cancellationToken = default) =>
        AdvanceAsync(new ClockTarget(Until: ClockTarget.Next), cancellationToken);

    /// <summary>Moves the clock until no instance is <c>allocating</c> any more.</summary>
    /// <param name="instance">The id of the only instance to wait for. Default: all of them, whoever owns them.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 for an instance that is not there.</exception>
    public Task<ClockMove> AdvanceUntilAllocatedAsync(string? instance = null, CancellationToken cancellationToken = default) =>
        AdvanceAsync(new ClockTarget(Until: ClockTarget.Allocated, Instance: instance), cancellationToken);

    /// <summary>The machines of a type in a zone.</summary>
    /// <param name="zone">The code of the zone, for instance <c>ap-guangzhou-1</c>.</param>
    /// <param name="type">The instance type, for instance <c>BMS5.MEDIUM8</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<StockLevel> GetStockAsync(string zone, string type, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Stock(Name, zone, type), ControlJson.Default.StockLevel, cancellationToken);

    /// <summary>Sets how many machines of a type are free in a zone, and the quota.</summary>
    /// <param name="zone">The code of the zone, for instance <c>ap-guangzhou-1</c>.</param>
    /// <param name="type">The instance type, for instance <c>BMS5.MEDIUM8</c>.</param>
    /// <param name="change">What shall change; what is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<StockLevel> ChangeStockAsync(string zone, string type, StockChange change, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            HttpMethod.Put,
            ControlPlanePaths.Stock(Name, zone, type),
            ControlPlaneConnection.Json(change, ControlJson.Default.StockChange),
            ControlJson.Default.StockLevel,
            cancellationToken);

    /// <summary>Adds a fault rule behind the others.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">
    /// 400 for a rule that makes no sense, with the place; 409 for a name that is taken, or one rule too many.
    /// </exception>
    public Task<FaultReport> AddFaultAsync(FaultRule rule, CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Post,
        ControlPlanePaths.Faults(Name),
        ControlPlaneConnection.Json(rule, ControlJson.Default.FaultRule),
        ControlJson.Default.FaultReport,
        cancellationToken);

    /// <summary>The fault rules, in the order in which they are judged.</summary>
    /// <param name="required">Only those that are required to fire, or only the others. Default: all.</param>
    /// <param name="fired">Only those that have fired, or only the others. Default: all.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<FaultList> ListFaultsAsync(bool? required = null, bool? fired = null, CancellationToken cancellationToken = default)
    {
        string[] conditions =
        [
            .. required is { } mustFire ? [$"required={(mustFire ? "true" : "false")}"] : Array.Empty<string>(),
            .. fired is { } hasFired ? [$"fired={(hasFired ? "true" : "false")}"] : Array.Empty<string>(),
        ];
        var query = conditions.Length == 0 ? "" : $"?{string.Join('&', conditions)}";
        return _connection.GetAsync($"{ControlPlanePaths.Faults(Name)}{query}", ControlJson.Default.FaultList, cancellationToken);
    }

    /// <summary>A fault rule, with how often it was hit and fired.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 when there is none of that id.</exception>
    public Task<FaultReport> GetFaultAsync(string id, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Fault(Name, id), ControlJson.Default.FaultReport, cancellationToken);

    /// <summary>Puts another rule in the place of a fault rule; it has not been hit yet.</summary>
    /// <param name="id">The id, which stays.</param>
    /// <param name="rule">The other rule, under the same name or none.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 when there is none of that id.</exception>
    public Task<FaultReport> ReplaceFaultAsync(string id, FaultRule rule, CancellationToken cancellationToken = default) => _connection.SendAsync(
        HttpMethod.Put,
        ControlPlanePaths.Fault(Name, id),
        ControlPlaneConnection.Json(rule, ControlJson.Default.FaultRule),
        ControlJson.Default.FaultReport,
        cancellationToken);

    /// <summary>Removes a fault rule; what it has done stays done.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 when there is none of that id.</exception>
    public Task RemoveFaultAsync(string id, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(HttpMethod.Delete, ControlPlanePaths.Fault(Name, id), null, cancellationToken);

    /// <summary>Removes all fault rules; what they have done stays done.</summary>
    public Task ClearFaultsAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(HttpMethod.Delete, ControlPlanePaths.Faults(Name), null, cancellationToken);

    /// <summary>The latest calls, the newest first.</summary>
    /// <param name="filter">Which ones. Default: all that are remembered.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<CallList> ListCallsAsync(CallFilter? filter = null, CancellationToken cancellationToken = default) =>
        _connection.GetAsync($"{ControlPlanePaths.Calls(Name)}{filter?.ToQuery()}", ControlJson.Default.CallList, cancellationToken);

    /// <summary>One call, with the whole request and the whole answer.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 when no call has the number, or when it is no longer remembered.</exception>
    public Task<CallDetails> GetCallAsync(long number, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Call(Name, number), ControlJson.Default.CallDetails, cancellationToken);

    /// <summary>The whole record as a JSON document: what the sandbox began as, and every call and command since. Passwords and keys are masked.</summary>
    /// <exception cref="ControlPlaneException">409 when the record no longer reaches back to the beginning.</exception>
    public Task<string> GetJournalAsync(CancellationToken cancellationToken = default) =>
        _connection.GetTextAsync(ControlPlanePaths.Journal(Name), cancellationToken);

    /// <summary>Why an instance is as it is: the calls, decisions and phases from its order on.</summary>
    /// <param name="id">The id of the instance, which may be gone.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 when there never was such an instance, or when it is forgotten.</exception>
    public Task<InstanceHistory> GetWhyAsync(string id, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Why(Name, id), ControlJson.Default.InstanceHistory, cancellationToken);

    /// <summary>Brings an instance one step further in its life, or its machine into another power state, whoever owns it.</summary>
    /// <param name="id">The id of the instance.</param>
    /// <param name="change">Where it is to go.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">404 when there is no such instance, 409 for a step that there is not, with those that there are.</exception>
    public Task<InstanceState> ChangeInstanceAsync(string id, InstanceStateChange change, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            HttpMethod.Put,
            ControlPlanePaths.Instance(Name, id),
            ControlPlaneConnection.Json(change, ControlJson.Default.InstanceStateChange),
            ControlJson.Default.InstanceState,
            cancellationToken);

    /// <summary>What a careful colleague would say after reading the calls of a test that has passed.</summary>
    public Task<SandboxReview> GetReviewAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(ControlPlanePaths.Review(Name), ControlJson.Default.SandboxReview, cancellationToken);

    /// <summary>Listens to what happens, as server-sent events, which <c>System.Net.ServerSentEvents.SseParser</c> reads; disposing of it ends that.</summary>
    /// <param name="lastEventId">Go on behind that id. Default: only what comes from now on.</param>
    /// <param name="cancellationToken">Ends the wait for the beginning.</param>
    /// <exception cref="ControlPlaneException">409 when as many listen as may.</exception>
    public Task<Stream> ListenAsync(string? lastEventId = null, CancellationToken cancellationToken = default) =>
        _connection.OpenAsync(ControlPlanePaths.Events(Name), lastEventId, cancellationToken);

    private Task<ClockMove> AdvanceAsync(ClockTarget target, CancellationToken cancellationToken) => _connection.SendAsync(
        HttpMethod.Post,
        ControlPlanePaths.Advance(Name),
        ControlPlaneConnection.Json(target, ControlJson.Default.ClockTarget),
        ControlJson.Default.ClockMove,
        cancellationToken);
}
