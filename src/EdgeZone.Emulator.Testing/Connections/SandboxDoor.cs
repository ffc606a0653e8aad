namespace EdgeZone.Emulator.Testing.Connections;

/// <summary>
/// Lets calls through as long as the sandbox is there. One that came later would be a stranger's to the emulator, which makes strangers sandboxes of
/// their own.
/// </summary>
/// <param name="name">The sandbox.</param>
internal sealed class SandboxDoor(string name)
{
    /// <summary>How long those are waited for who are inside: a call may be held up for as long as a fault rule says.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private bool _isClosed;

    /// <summary>A call goes in.</summary>
    /// <exception cref="ObjectDisposedException">The sandbox is gone.</exception>
    public void Enter()
    {
        lock (_gate)
        {
            _inside += _isClosed ? throw new ObjectDisposedException(name, $"Sandbox '{name}' is gone.") : 1;
        }
    }

    /// <summary>It is answered.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _inside--;
            TellWhenEmpty();
        }
    }

    /// <summary>Lets nobody in any more, and completes when nobody is inside.</summary>
    public async Task CloseAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            TellWhenEmpty();
        }

        await _empty.Task.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void TellWhenEmpty()
    {
        if (_isClosed && _inside == 0)
        {
            _empty.TrySetResult();
        }
    }
}
