using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>The clock of a sandbox as it is moved: by one after the other, and not before what a move has set off is done.</summary>
internal sealed class MovedClock
{
    private readonly MoveQueue _moves = new();
    private int _calls;
    private int _runs;

    /// <param name="client">The sandbox. Its requests go on beside everything else.</param>
    public MovedClock(SandboxClient client)
    {
        Client = client;
        Time = new SandboxTime(Stillness);
    }

    public SandboxClient Client { get; }

    /// <summary>What goes on around the sandbox.</summary>
    public Stillness Stillness { get; } = new();

    /// <summary>What the clock was last known to show, and the timers that wait for it.</summary>
    public SandboxTime Time { get; }

    /// <summary>By how much each Describe call moves it, as far as that was said through this clock.</summary>
    private TimeSpan PerDescribe { get; set; }

    /// <summary>What it shows.</summary>
    public async Task<ClockReading> ReadAsync(CancellationToken cancellationToken) =>
        Learn(await Client.GetClockAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Learns what it shows.</summary>
    public ClockReading Learn(ClockReading reading)
    {
        PerDescribe = reading.PerDescribe ?? TimeSpan.Zero;
        Time.Learn(reading);
        return reading;
    }

    /// <summary>A call of the sandbox's own clients was answered. A Describe call may have moved the clock: that is known before the answer is.</summary>
    public Task AnsweredAsync()
    {
        Interlocked.Increment(ref _calls);
        return PerDescribe > TimeSpan.Zero ? ReadAsync(CancellationToken.None) : Task.CompletedTask;
    }

    /// <summary>How many there were since this was last asked.</summary>
    public int TakeCalls() => Interlocked.Exchange(ref _calls, 0);

    /// <summary>Moves it, and lets the code under test do what that gives it to do.</summary>
    public async Task<ClockMove> MoveAsync(Func<ClockMoves, Task> move, TimeSpan grace, CancellationToken cancellationToken)
    {
        // Whoever moves time is not waiting for it.
        Stillness.Unfollow();
        Stillness.React();
        var moves = new ClockMoves(Client, Time, Stillness, grace);
        await _moves.RunAsync(async () =>
        {
            await move(moves).ConfigureAwait(false);
            await moves.SettleAsync(cancellationToken).ConfigureAwait(false);
            if (Volatile.Read(ref _runs) > 0)
            {
                // The code that runs has moved time itself, and goes on.
                Stillness.Give();
            }
        }).ConfigureAwait(false);
        return moves.Sum();
    }

    /// <summary>A single step of a run; what it sets off settles later.</summary>
    public Task StepAsync(Func<ClockMoves, Task> step, TimeSpan grace) => _moves.RunAsync(() => step(new ClockMoves(Client, Time, Stillness, grace)));

    /// <summary>While this goes on, somebody waits for the code under test.</summary>
    public async Task<T> DuringRunAsync<T>(Func<Task<T>> run)
    {
        Interlocked.Increment(ref _runs);
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _runs);
        }
    }
}
