namespace EdgeZone.Emulator.Exploring;

/// <summary>A search cannot go on, for a reason that is not the program's.</summary>
internal sealed class ExplorationException(string message) : Exception(message);
