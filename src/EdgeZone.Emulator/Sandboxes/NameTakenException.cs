namespace EdgeZone.Emulator.Sandboxes;

/// <summary>There is a sandbox of that name already.</summary>
internal sealed class NameTakenException(string name) : Exception($"There is a sandbox '{name}' already.");
