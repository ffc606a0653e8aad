using System.IO.Pipelines;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Sandboxes;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// Tells one listener what comes into a sandbox's journal. As nothing happens in a sandbox before somebody looks, it looks when the next thing is due.
/// </summary>
internal sealed class EventFeed(Sandbox sandbox, JournalListener listener, PipeWriter body, TimeProvider time)
{
    /// <summary>After how long a silence something is said that says nothing.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private long _spoke;

    /// <summary>Goes on until the sandbox is removed or reset.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var alarm = time.CreateTimer(
            static listener => ((JournalListener)listener!).Wake(), listener, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await SayNothingAsync(cancellation);
        while (await TellAsync(cancellation))
        {
            var asked = time.GetTimestamp();
            if (time.GetElapsedTime(_spoke, asked) >= LongestSilence)
            {
                await SayNothingAsync(cancellation);
            }

            var wait = LongestSilence - time.GetElapsedTime(_spoke, asked);
            var untilDue = await UntilDueAsync();
            wait = untilDue < wait ? untilDue : wait;
            alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
            // While the alarm was being set the time may have come.
            if (time.GetElapsedTime(asked) < wait)
            {
                await listener.WaitAsync(cancellation);
            }
        }
    }

    /// <summary>Tells all that there is, nothing before it is kept.</summary>
    /// <returns>Whether there may be more some day.</returns>
    private async ValueTask<bool> TellAsync(CancellationToken cancellation)
    {
        var told = listener.Position;
        while (sandbox.Journal.TryRead(listener, out var entry))
        {
            // A call was answered, so it is kept; a command may be on its way yet.
            if (entry.Call is null)
            {
                await sandbox.WaitUntilKeptAsync();
            }

            EventMessages.Write(body, entry, told);
            told = entry.LastId;
            await FlushAsync(cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        return !listener.IsOver;
    }

    private async ValueTask SayNothingAsync(CancellationToken cancellation)
    {
        EventMessages.WriteComment(body);
        await FlushAsync(cancellation);
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        _spoke = time.GetTimestamp();
        await body.FlushAsync(cancellation);
    }

    /// <summary>Looks, whereby what is due is done, and tells how long it takes until the next thing is; at the most the longest silence.</summary>
    private async ValueTask<TimeSpan> UntilDueAsync()
    {
        var (clock, due) = await sandbox.ExecuteAsync(new ReadClock());
        var ticks = due is { } instant && clock.Rate > 0 ? Math.Ceiling((instant - clock.Now).Ticks / clock.Rate) : double.MaxValue;
        return ticks < LongestSilence.Ticks ? TimeSpan.FromTicks((long)ticks) : LongestSilence;
    }
}
