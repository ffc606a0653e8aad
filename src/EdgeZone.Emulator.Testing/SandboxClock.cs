using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Time;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// The clock of a sandbox. Moving it lets happen what becomes due on the way, each thing at its own time: work on machines, and timers of
/// <see cref="Sandbox.TimeProvider"/>. At the same instant machines come first, then timers in the order in which they were set.
/// </summary>
/// <remarks>
/// A move by somebody else, in another process or through <see cref="SandboxClient"/>, is learned with the next move or look through this clock.
/// </remarks>
public sealed class SandboxClock
{
    private static readonly RunUntilOptions Default = new();

    private readonly MovedClock _clock;
    private readonly SandboxClient _client;

    internal SandboxClock(MovedClock clock) => (_clock, _client) = (clock, clock.Client);

    /// <summary>The sandbox's time as it was last learned; of a clock that is not frozen with what has passed since.</summary>
    public DateTimeOffset Now => _clock.Time.GetUtcNow();

    /// <summary>What it shows.</summary>
    public Task<ClockReading> ReadAsync(CancellationToken cancellationToken = default) => _clock.ReadAsync(cancellationToken);

    /// <summary>Freezes, scales or frees it, or lets Describe calls move it.</summary>
    /// <param name="change">What shall change; what is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task<ClockReading> ChangeAsync(ClockChange change, CancellationToken cancellationToken = default) =>
        _clock.Learn(await _client.ChangeClockAsync(change, cancellationToken).ConfigureAwait(false));

    /// <summary>Lets it stand until it is moved. A sandbox of the fixture begins like that.</summary>
    public Task<ClockReading> FreezeAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(new ClockChange { Mode = ClockMode.Frozen }, cancellationToken);

    /// <summary>Lets it pass as time outside does.</summary>
    public Task<ClockReading> UnfreezeAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(new ClockChange { Mode = ClockMode.Real }, cancellationToken);

    /// <summary>Moves it forward.</summary>
    /// <param name="by">How far; not negative.</param>
    /// <param name="cancellationToken">Ends the move where it has come to.</param>
    public Task<ClockMove> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) => MoveAsync(
        async moves =>
        {
            var end = (await moves.LookAsync(cancellationToken).ConfigureAwait(false)).Now + by;
            await moves.StopAtTimersAsync(end, cancellationToken).ConfigureAwait(false);
            // The emulator says what is wrong with a span that is negative.
            var rest = by < TimeSpan.Zero ? _client.AdvanceAsync(by, cancellationToken) : _client.AdvanceToAsync(end, cancellationToken);
            await moves.AddAsync(rest).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Moves it to an instant.</summary>
    /// <param name="to">An instant that is not before the sandbox's time.</param>
    /// <param name="cancellationToken">Ends the move where it has come to.</param>
    public Task<ClockMove> AdvanceToAsync(DateTimeOffset to, CancellationToken cancellationToken = default) => MoveAsync(
        async moves =>
        {
            await moves.StopAtTimersAsync(to, cancellationToken).ConfigureAwait(false);
            await moves.AddAsync(_client.AdvanceToAsync(to, cancellationToken)).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Moves it until the next thing that is due on a machine has happened.</summary>
    public Task<ClockMove> AdvanceToNextEventAsync(CancellationToken cancellationToken = default) => MoveAsync(
        async moves =>
        {
            if ((await moves.LookAsync(cancellationToken).ConfigureAwait(false)).Timers is [var next, ..])
            {
                await moves.StopAtTimersAsync(next.Due, cancellationToken).ConfigureAwait(false);
                await moves.AddAsync(_client.AdvanceToAsync(next.Due, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                await moves.AddAsync(_client.AdvanceToNextAsync(cancellationToken)).ConfigureAwait(false);
            }
        },
        cancellationToken);

    /// <summary>Moves it until nothing is due on a machine any more.</summary>
    public Task<ClockMove> AdvanceUntilIdleAsync(CancellationToken cancellationToken = default) => MoveAsync(
        async moves =>
        {
            await moves.WhileAsync(pending => pending is [var next, ..] ? next : null, cancellationToken).ConfigureAwait(false);
            await moves.AddAsync(_client.AdvanceUntilIdleAsync(cancellationToken)).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Moves it until no instance is <c>allocating</c> any more, or none of them ever will be anything else.</summary>
    /// <param name="instance">The id of the only instance to wait for. Default: all of them, whoever owns them.</param>
    /// <param name="cancellationToken">Ends the move where it has come to.</param>
    /// <exception cref="ControlPlaneException">404 for an instance that is not there.</exception>
    public Task<ClockMove> AdvanceUntilAllocatedAsync(string? instance = null, CancellationToken cancellationToken = default) => MoveAsync(
        async moves =>
        {
            await moves.WhileAsync(
                pending => pending.Any(step => step.Step != ClockMoves.Wipe && (instance is null || step.InstanceId == instance)) ? pending[0] : null,
                cancellationToken).ConfigureAwait(false);
            await moves.AddAsync(_client.AdvanceUntilAllocatedAsync(instance, cancellationToken)).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>
    /// Runs code until it is done. Whenever nothing else can happen, no call is under way and no continuation runnable, time moves to the next timer of
    /// <see cref="Sandbox.TimeProvider"/> or to the next thing that is due on a machine, whichever is earlier. The sandbox's clock has to be frozen.
    /// </summary>
    /// <param name="code">
    /// The code. It runs one continuation after the other, so that it does the same at every run; where it blocks its thread, time goes on after
    /// <see cref="RunUntilOptions.Grace"/>.
    /// </param>
    /// <param name="options">How long to be patient.</param>
    /// <param name="cancellationToken">Ends the wait; the code is not told.</param>
    /// <exception cref="UnfinishedException">The budget in virtual or in real time is used up; the message says what everybody was waiting for.</exception>
    /// <example>
    /// <code>
    /// await sandbox.Clock.RunUntilAsync(() => new Provisioner(sandbox.CreateClient(), sandbox.TimeProvider).ProvideAsync(3));
    /// </code>
    /// </example>
    public Task RunUntilAsync(Func<Task> code, RunUntilOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return RunUntilAsync(
            async () =>
            {
                await code();
                return true;
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="RunUntilAsync(Func{Task}, RunUntilOptions?, CancellationToken)"/>
    /// <returns>What the code returns.</returns>
    public Task<T> RunUntilAsync<T>(Func<Task<T>> code, RunUntilOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return RunUntilAsync(CodeUnderTest.Run(code, _clock.Stillness), options, cancellationToken);
    }

    /// <summary>
    /// Moves time until a task is done that was begun before. Where it runs is its own affair: prefer to hand the code over, of which nothing can be
    /// overlooked.
    /// </summary>
    /// <inheritdoc cref="RunUntilAsync(Func{Task}, RunUntilOptions?, CancellationToken)"/>
    /// <param name="task">The task.</param>
    /// <param name="options">How long to be patient.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunUntilAsync(Task task, RunUntilOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var run = new TimedRun(_clock, task, (options ?? Default).Internal);
        if (await _clock.DuringRunAsync(() => run.RunAsync(cancellationToken)).ConfigureAwait(false) is { } waiting)
        {
            throw new UnfinishedException(waiting);
        }

        await task.ConfigureAwait(false);
    }

    /// <inheritdoc cref="RunUntilAsync(Task, RunUntilOptions?, CancellationToken)"/>
    /// <returns>What the task returns.</returns>
    public async Task<T> RunUntilAsync<T>(Task<T> task, RunUntilOptions? options = null, CancellationToken cancellationToken = default)
    {
        await RunUntilAsync((Task)task, options, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    private Task<ClockMove> MoveAsync(Func<ClockMoves, Task> move, CancellationToken cancellationToken) =>
        _clock.MoveAsync(move, Default.Grace, cancellationToken);
}
