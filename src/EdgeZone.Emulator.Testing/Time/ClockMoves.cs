using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>The moves that together are one: with a stop at every timer on the way, so that what it sets off happens at its own time.</summary>
internal sealed class ClockMoves(SandboxClient client, SandboxTime time, Stillness stillness, TimeSpan grace)
{
    /// <summary>The step that comes when an instance is over.</summary>
    public const string Wipe = "wipeDisks";

    private readonly List<ClockMove> _moves = [];

    /// <summary>What is due on machines, and what time it is.</summary>
    public async Task<TimerList> LookAsync(CancellationToken cancellationToken)
    {
        var seen = await client.GetTimersAsync(cancellationToken).ConfigureAwait(false);
        time.Learn(seen.Now);
        return seen;
    }

    /// <summary>A move of the sandbox's clock.</summary>
    public async Task AddAsync(Task<ClockMove> move)
    {
        var moved = await move.ConfigureAwait(false);
        _moves.Add(moved);
        time.Learn(moved.To);
    }

    /// <summary>Moves to every timer that fires until an instant, and lets happen what it sets off.</summary>
    public async Task StopAtTimersAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (time.NextDue is { } due && due <= end)
        {
            await AddAsync(client.AdvanceToAsync(due, cancellationToken)).ConfigureAwait(false);
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Moves to each step of machines in turn while there is one and timers wait; without timers the emulator goes all the way alone.</summary>
    public async Task WhileAsync(Func<IReadOnlyList<SandboxTimer>, SandboxTimer?> next, CancellationToken cancellationToken)
    {
        while (time.NextDue is not null && next((await LookAsync(cancellationToken).ConfigureAwait(false)).Timers) is { } step)
        {
            await StopAtTimersAsync(step.Due, cancellationToken).ConfigureAwait(false);
            if (step.Due > time.GetUtcNow())
            {
                await AddAsync(client.AdvanceToAsync(step.Due, cancellationToken)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Lets the code under test do what it was given to do.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => stillness.SettleAsync(grace, cancellationToken);

    /// <summary>All of it.</summary>
    public ClockMove Sum() => _moves is [var only]
        ? only
        : new ClockMove(
            _moves[0].From,
            _moves[^1].To,
            [.. _moves.SelectMany(move => move.Events)],
            _moves.Sum(move => move.Total),
            _moves.Any(move => move.Truncated));
}
