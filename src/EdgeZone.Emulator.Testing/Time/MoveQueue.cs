namespace EdgeZone.Emulator.Testing.Time;

/// <summary>Lets one after the other move a clock, in the order in which they came.</summary>
internal sealed class MoveQueue
{
    private Task _last = Task.CompletedTask;

    /// <summary>Moves when it is the move's turn.</summary>
    public async Task RunAsync(Func<Task> move)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Interlocked.Exchange(ref _last, over.Task).ConfigureAwait(false);
        try
        {
            await move().ConfigureAwait(false);
        }
        finally
        {
            over.SetResult();
        }
    }
}
