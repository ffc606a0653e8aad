namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// Lets one caller at a time into a sandbox, in the order in which they came. Who has to wait holds no thread meanwhile, so that others than
/// this sandbox's callers notice nothing of it; who need not costs no memory.
/// </summary>
internal sealed class SandboxGate
{
    private readonly Lock _order = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _taken;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_order)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Completes when it is the caller's turn, which ends with <see cref="Leave"/>.</summary>
    public ValueTask EnterAsync()
    {
        // Nearly every turn takes microseconds, less than it costs to be woken up.
        for (var spin = default(SpinWait); !spin.NextSpinWillYield; spin.SpinOnce())
        {
            if (TryTake())
            {
                return ValueTask.CompletedTask;
            }
        }

        lock (_order)
        {
            if (TryTake())
            {
                return ValueTask.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return new ValueTask(turn.Task);
        }
    }

    /// <summary>Ends a turn. The next in line takes over without the gate ever being free, so nobody gets in before them.</summary>
    public void Leave()
    {
        TaskCompletionSource? next;
        lock (_order)
        {
            if (!_waiting.TryDequeue(out next))
            {
                Volatile.Write(ref _taken, 0);
                return;
            }
        }

        next.SetResult();
    }

    private bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;
}
