namespace EdgeZone.Emulator.Storage;

/// <summary>What is on disk cannot be read, or cannot be kept; the message is one line that names the file and the reason, and never shows contents.</summary>
internal sealed class StorageException(string message) : Exception(message);
