namespace EdgeZone.Emulator.Testing.Time;

/// <summary>
/// Where code under test runs: one continuation after the other, in the order in which they became runnable, so that the same code does the
/// same at every run. None that waits for its turn is overlooked.
/// </summary>
internal sealed class CodeUnderTest(Stillness stillness) : SynchronizationContext
{
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _runnable = new();
    private bool _isRunning;

    /// <summary>Runs it, up to its first wait before the caller goes on.</summary>
    public static Task<T> Run<T>(Func<Task<T>> code, Stillness stillness)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        stillness.Give();
        new CodeUnderTest(stillness).Post(_ => _ = RunAsync(code, done), null);
        return done.Task;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        stillness.Enter();
        lock (_gate)
        {
            _runnable.Enqueue((d, state));
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        // What the poster's thread knows is not the code's.
        ThreadPool.UnsafeQueueUserWorkItem(static context => context.Drain(), this, preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private static async Task RunAsync<T>(Func<Task<T>> code, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(await code());
        }
        catch (OperationCanceledException e)
        {
            done.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private void Drain()
    {
        SetSynchronizationContext(this);
        stillness.Follow();
        try
        {
            while (TryTake(out var next))
            {
                stillness.Leave();
                next.Callback(next.State);
            }
        }
        finally
        {
            Stillness.Unfollow();
            SetSynchronizationContext(null);
        }
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_gate)
        {
            return _runnable.TryDequeue(out next) || (_isRunning = false);
        }
    }
}
