using System.Runtime.CompilerServices;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>Goes on when the thread pool has begun with everything that was queued before.</summary>
internal readonly struct PoolFence : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public PoolFence GetAwaiter() => this;

    public void GetResult()
    {
        // There is nothing to get.
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) =>
        ThreadPool.UnsafeQueueUserWorkItem(static behind => behind(), continuation, preferLocal: false);
}
