namespace EdgeZone.Emulator.Hosting;

/// <summary>What a start leaves behind, much of what an idle process would occupy: it is collected once, when start and first calls are over.</summary>
internal static class StartGarbage
{
    private const long LargestHeap = 32 * 1024 * 1024;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Collects it later; a world that was kept and has returned is left where it is when moving it would hold calls up.</summary>
    public static async Task CollectLaterAsync(CancellationToken stopping)
    {
        await Task.Delay(Rest, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested && GC.GetTotalMemory(forceFullCollection: false) < LargestHeap)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }
}
