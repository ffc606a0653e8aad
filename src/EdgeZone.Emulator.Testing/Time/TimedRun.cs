using System.Diagnostics;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>Moves the clock whenever nothing else can happen, until a task is done or the patience at its end.</summary>
internal sealed class TimedRun(MovedClock clock, Task task, Patience patience)
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    private readonly long _began = Stopwatch.GetTimestamp();
    private DateTimeOffset _beganAt = clock.Time.GetUtcNow();
    private bool _hasLooked;
    private bool _isTooFar;
    private TimerList? _seen;

    /// <summary>Completes when the task is done, or the patience at its end.</summary>
    /// <returns>What everybody was waiting for at the end of the patience; null when the task is done.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        Stillness.Unfollow();
        if (!clock.Time.IsFrozen)
        {
            await RequireFrozenAsync(cancellationToken).ConfigureAwait(false);
        }

        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(patience.RealBudget);
        try
        {
            // Code that blocks the thread on which its timer fires blocks the loop with it.
            await LoopAsync(budget.Token).WaitAsync(budget.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && budget.IsCancellationRequested)
        {
            return task.IsCompleted ? null : await ReportAsync($"{patience.RealBudget} of real time").ConfigureAwait(false);
        }

        return _isTooFar ? await ReportAsync($"{patience.VirtualBudget} of the sandbox's time").ConfigureAwait(false) : null;
    }

    /// <summary>Looks at the clock, once: code that is done without waiting does not need it.</summary>
    private async Task RequireFrozenAsync(CancellationToken cancellationToken)
    {
        if (_hasLooked)
        {
            return;
        }

        var reading = await clock.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (reading.Mode != ClockMode.Frozen)
        {
            throw new InvalidOperationException(
                $"The clock of sandbox '{clock.Client.Name}' passes by itself ({reading.Mode}); RunUntilAsync moves one that is frozen: "
                + "await Clock.FreezeAsync() first.");
        }

        (_beganAt, _hasLooked) = (reading.Now, true);
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        // To be done is a reaction too.
        var done = task.ContinueWith(
            static (_, stillness) => ((Stillness)stillness!).React(),
            clock.Stillness,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        while (!task.IsCompleted && !_isTooFar)
        {
            await Task.WhenAny(clock.Stillness.SettleAsync(patience.Grace, cancellationToken, task), done).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (task.IsCompleted)
            {
                return;
            }

            var changes = clock.Stillness.Changes;
            if (await StepAsync(cancellationToken).ConfigureAwait(false) is { } pause)
            {
                await Task.WhenAny(done, clock.Stillness.WhenChanged(changes), Task.Delay(pause, cancellationToken)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Moves to whatever comes next.</summary>
    /// <returns>How much real time to wait when nothing does, or when somebody else is not done; null when there was something to do.</returns>
    private async Task<TimeSpan?> StepAsync(CancellationToken cancellationToken)
    {
        TimeSpan? pause = null;
        await clock.StepAsync(
            async moves =>
            {
                await RequireFrozenAsync(cancellationToken).ConfigureAwait(false);
                var own = clock.TakeCalls();
                var (before, seen) = (_seen, await moves.LookAsync(cancellationToken).ConfigureAwait(false));
                _seen = seen;
                if (task.IsCompleted || clock.Stillness.Busy > 0)
                {
                    return;
                }

                // Calls that came by another way than this sandbox's own clients: who made them may want to do more.
                if (seen.UnderWay > 0 || (before is not null && seen.Calls - before.Calls > own))
                {
                    pause = seen.UnderWay > 0 ? Blink : patience.Grace;
                    return;
                }

                if (Next(seen) is not { } next)
                {
                    pause = patience.Grace;
                    return;
                }

                _isTooFar = next - _beganAt > patience.VirtualBudget;
                if (next > seen.Now && !_isTooFar)
                {
                    await moves.AddAsync(clock.Client.AdvanceToAsync(next, cancellationToken)).ConfigureAwait(false);
                }
            },
            patience.Grace).ConfigureAwait(false);
        return pause;
    }

    private DateTimeOffset? Next(TimerList seen) => (clock.Time.NextDue, seen.Timers is [var first, ..] ? first.Due : (DateTimeOffset?)null) switch
    {
        ({ } timer, { } step) => timer < step ? timer : step,
        var (timer, step) => timer ?? step,
    };

    private async Task<string> ReportAsync(string budget)
    {
        var waiting = await WaitingReport.OfAsync(clock).ConfigureAwait(false);
        return $"The code under test is not done within {budget}: it took {clock.Time.GetUtcNow() - _beganAt} of the sandbox's time and "
            + $"{Stopwatch.GetElapsedTime(_began).TotalSeconds:0.0} s of real time.\n{waiting}";
    }
}
