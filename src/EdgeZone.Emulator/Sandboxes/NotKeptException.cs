namespace EdgeZone.Emulator.Sandboxes;

/// <summary>Nothing can be kept any more, so nothing is acknowledged; the message is one line that says why.</summary>
internal sealed class NotKeptException(string message) : Exception(message);
