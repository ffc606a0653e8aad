namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A record no longer reaches back to the beginning of its sandbox.</summary>
internal sealed class RecordCutException(string sandbox) : Exception(
    $"The record of sandbox '{sandbox}' no longer reaches back to its beginning: "
        + "Emulator:Sandboxes:Calls and Emulator:Sandboxes:CallsMemory say how much is kept.");
