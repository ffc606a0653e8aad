namespace EdgeZone.Emulator.Testing.Time;

/// <summary>
/// Knows whether anything goes on by itself around a sandbox: a call or a look that is not answered, a timer that fires, a continuation that
/// waits for its turn, a thread that runs the code under test. When nothing does, only time can bring the next thing.
/// </summary>
/// <remarks>
/// Whoever is given something, be it an answer or the end of a wait, owes a reaction: another call, or another wait. Who owes one and does
/// nothing visible waits on something real, a file or a foreign service, and is given a little real time for it.
/// </remarks>
internal sealed class Stillness
{
    /// <summary>How often the thread pool gets round to what was queued before.</summary>
    private const int Rounds = 2;

    /// <summary>How often while there is still something queued.</summary>
    private const int MostRounds = 8;

    /// <summary>How often threads are looked at before they count as blocked, a grace apart.</summary>
    private const int Looks = 10;

    /// <summary>How often a busy thread pool is waited for at the most, a grace each time.</summary>
    private const int MostLooks = 100;

    /// <summary>A thread that begins to wait for something says so to nobody: it is looked at again.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(5);

    private static readonly AsyncLocal<Stillness?> Flow = new(OnSwitch);

    private readonly Lock _gate = new();
    private readonly Dictionary<Thread, int> _threads = [];
    private int _busy;
    private int _owed;
    private long _changes;
    private TaskCompletionSource? _changed;
    private TaskCompletionSource? _calmed;

    /// <summary>Counts whatever happens.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>How many things are going on.</summary>
    public int Busy
    {
        get
        {
            lock (_gate)
            {
                return _busy;
            }
        }
    }

    /// <summary>Something goes on, until <see cref="Leave"/>.</summary>
    public void Enter() => Change(+1);

    /// <summary>It is over.</summary>
    public void Leave() => Change(-1);

    /// <summary>The code under test was given something.</summary>
    public void Give() => Owe(+1);

    /// <summary>The code under test did something.</summary>
    public void React() => Owe(-1);

    /// <summary>From here on the thread, and whatever flows from it, runs the code under test.</summary>
    public void Follow() => Flow.Value = this;

    /// <summary>The thread does so no longer.</summary>
    public static void Unfollow() => Flow.Value = null;

    /// <summary>Completes with the next change, or at once when there was one since.</summary>
    public Task WhenChanged(long since)
    {
        lock (_gate)
        {
            return _changes != since
                ? Task.CompletedTask
                : Wait(ref _changed);
        }
    }

    /// <summary>Completes when nothing goes on any more.</summary>
    /// <param name="grace">How much real time they get who owe a reaction, twice over.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="code">The code under test: when it is done, nobody is left whose reaction could be waited for. Null when that is not known.</param>
    public async Task SettleAsync(TimeSpan grace, CancellationToken cancellationToken, Task? code = null)
    {
        while (code is not { IsCompleted: true })
        {
            var before = Changes;
            if (IsBusy(out var isBlocked))
            {
                if (isBlocked && await StaysBlockedAsync(before, grace, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                await WaitAsync(WhenCalm(), Blink, cancellationToken).ConfigureAwait(false);
                continue;
            }

            for (var round = 0; round < Rounds || (round < MostRounds && ThreadPool.PendingWorkItemCount > 0); round++)
            {
                await new PoolFence();
            }

            if (Changes == before && !await IsOwedAsync(before, grace, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private static void OnSwitch(AsyncLocalValueChangedArgs<Stillness?> change)
    {
        change.CurrentValue?.Count(Thread.CurrentThread, +1);
        change.PreviousValue?.Count(Thread.CurrentThread, -1);
    }

    private void Count(Thread thread, int by)
    {
        lock (_gate)
        {
            var count = _threads.GetValueOrDefault(thread) + by;
            if (count == 0)
            {
                _threads.Remove(thread);
            }
            else
            {
                _threads[thread] = count;
            }

            Tell();
        }
    }

    private void Change(int by)
    {
        lock (_gate)
        {
            _busy += by;
            Tell();
        }
    }

    private void Owe(int by)
    {
        lock (_gate)
        {
            _owed = Math.Max(0, _owed + by);
            Tell();
        }
    }

    // Each step of the code changes something: who waits for its end is not woken for that.
    private Task WhenCalm()
    {
        lock (_gate)
        {
            return IsCalm() ? Task.CompletedTask : Wait(ref _calmed);
        }
    }

    private bool IsCalm() => _busy == 0 && _threads.Count == 0;

    private void Tell()
    {
        Interlocked.Increment(ref _changes);
        End(ref _changed);
        if (IsCalm())
        {
            End(ref _calmed);
        }
    }

    // Who waits goes on elsewhere, never where it is told, which is inside the lock.
    private static Task Wait(ref TaskCompletionSource? wait) =>
        (wait ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private static void End(ref TaskCompletionSource? wait)
    {
        wait?.SetResult();
        wait = null;
    }

    /// <summary>Whether something goes on; and whether that is nothing but threads that wait for something, which may be real.</summary>
    private bool IsBusy(out bool isBlocked)
    {
        lock (_gate)
        {
            isBlocked = _busy == 0 && _threads.Keys.All(thread => thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin));
            return !IsCalm();
        }
    }

    /// <summary>Whether who owes a reaction has shown one within the grace; otherwise it is no longer owed.</summary>
    private async Task<bool> IsOwedAsync(long before, TimeSpan grace, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_owed == 0)
            {
                return false;
            }
        }

        // The reaction may be queued behind other work: the grace begins when the thread pool has got round to all of it.
        var looks = 0;
        do
        {
            await WaitAsync(WhenChanged(before), grace, cancellationToken).ConfigureAwait(false);
        }
        while (Changes == before && ThreadPool.PendingWorkItemCount > 0 && ++looks < MostLooks);

        await WaitAsync(WhenChanged(before), grace, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_changes != before)
            {
                return true;
            }

            _owed = 0;
            return false;
        }
    }

    /// <summary>Whether nothing goes on but threads that wait. One that waits for a lock does so for a moment; one that waits for time stays.</summary>
    private async Task<bool> StaysBlockedAsync(long before, TimeSpan grace, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            await WaitAsync(WhenChanged(before), grace, cancellationToken).ConfigureAwait(false);
            if (Changes != before || !IsBusy(out var isBlocked) || !isBlocked)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task WaitAsync(Task what, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await what.WaitAsync(atMost, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
