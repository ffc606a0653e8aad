namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// Lets one caller at a time into a sandbox. Those who have to wait are woken in the order in which they came, and hold no thread meanwhile, so
/// that others than this sandbox's callers notice nothing of it; who need not wait costs no memory.
/// </summary>
/// <remarks>
/// The gate is free while the first in line wakes up, and who comes just then gets in: were it handed on, every later caller would have to wait
/// too, and once one had to wait no turn would ever again be taken without waking somebody up, which takes longer than the turn itself. The first
/// in line is passed by a few times only, then the turn is theirs.
/// </remarks>
internal sealed class SandboxGate
{
    /// <summary>How often the first in line may wake up in vain.</summary>
    private const int Patience = 4;

    private readonly Lock _order = new();
    private readonly LinkedList<Waiter> _waiting = new();
    private bool _isWaking;
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
    public ValueTask EnterAsync() => TryEnter() ? ValueTask.CompletedTask : WaitAsync();

    /// <summary>Ends a turn.</summary>
    public void Leave()
    {
        Waiter next;
        bool isHandedOn;
        lock (_order)
        {
            if (_isWaking || _waiting.First is not { Value: var first })
            {
                Volatile.Write(ref _taken, 0);
                return;
            }

            _waiting.RemoveFirst();
            (next, isHandedOn) = (first, first.PassedBy == Patience);
            if (!isHandedOn)
            {
                _isWaking = true;
                Volatile.Write(ref _taken, 0);
            }
        }

        next.Turn.SetResult(isHandedOn);
    }

    private async ValueTask WaitAsync()
    {
        for (var passedBy = 0; ; passedBy++)
        {
            var waiter = new Waiter(passedBy);
            lock (_order)
            {
                _isWaking &= passedBy == 0;
                if (TryTake())
                {
                    return;
                }

                _ = passedBy == 0 ? _waiting.AddLast(waiter) : _waiting.AddFirst(waiter);
            }

            if (await waiter.Turn.Task)
            {
                return;
            }

            if (TryEnter())
            {
                lock (_order)
                {
                    _isWaking = false;
                }

                return;
            }
        }
    }

    private bool TryEnter()
    {
        // Nearly every turn takes microseconds, less than it costs to be woken up.
        for (var spin = default(SpinWait); !spin.NextSpinWillYield; spin.SpinOnce())
        {
            if (TryTake())
            {
                return true;
            }
        }

        return false;
    }

    private bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    /// <param name="passedBy">How often it has woken up in vain.</param>
    private sealed class Waiter(int passedBy)
    {
        public int PassedBy => passedBy;

        /// <summary>True when the turn has been handed on, false when it is to be had.</summary>
        public TaskCompletionSource<bool> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
