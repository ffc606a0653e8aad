namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// What the whole process remembers of its calls: when it is more than allowed, the oldest calls go first, whichever sandbox they are of.
/// The logs of all sandboxes share its gate, which nobody holds longer than it takes to link a call or to unlink a few.
/// </summary>
/// <param name="capacity">The most, in bytes.</param>
internal sealed class CallMemory(long capacity)
{
    private RememberedCall? _oldest;
    private RememberedCall? _newest;
    private long _size;

    /// <summary>Held by a log for everything below, and for its own chain of calls.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Appends a call, which its log has appended to its own chain, and has the logs forget what is too much now.</summary>
    public void Append(RememberedCall call)
    {
        call.Before = _newest;
        if (_newest is null)
        {
            _oldest = call;
        }
        else
        {
            _newest.After = call;
        }

        _newest = call;
        _size += call.Size;
        while (_size > capacity)
        {
            _oldest!.Log.ForgetOldest();
        }
    }

    /// <summary>Takes out a call that its log forgets.</summary>
    public void Remove(RememberedCall call)
    {
        if (call.Before is null)
        {
            _oldest = call.After;
        }
        else
        {
            call.Before.After = call.After;
        }

        if (call.After is null)
        {
            _newest = call.Before;
        }
        else
        {
            call.After.Before = call.Before;
        }

        call.Before = call.After = null;
        _size -= call.Size;
    }
}
