namespace EdgeZone.Emulator.Connections;

/// <summary>
/// The <c>Host</c> that a connection had to replace, on its way from the bytes to the request. It travels as a feature of the connection,
/// beside what a client can send.
/// </summary>
internal sealed class ReceivedHost
{
    private string? _original;

    /// <summary>Notes what the head that the server is about to see said; null when it sees the head as it came.</summary>
    public void Note(string? original) => _original = original;

    /// <summary>What was noted, once: the head belongs to one request, and the connection may not see where the next one starts.</summary>
    public string? Take()
    {
        var original = _original;
        _original = null;
        return original;
    }
}
