namespace EdgeZone.Emulator.Hosting;

/// <summary>The part of a start that cannot be cancelled and may last for good: a file that a setting names may be a pipe to which nobody writes.</summary>
internal static class StoppableStart
{
    /// <summary>Does it on a thread of its own, which ends with the process when the stop comes first.</summary>
    /// <param name="create">What is to be done.</param>
    /// <param name="stop">Asks for the stop.</param>
    /// <exception cref="OperationCanceledException">The stop came first.</exception>
    public static Task<T> RunAsync<T>(Func<T> create, CancellationToken stop) =>
        Task.Factory.StartNew(create, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(stop);
}
