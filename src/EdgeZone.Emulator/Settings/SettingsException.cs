namespace EdgeZone.Emulator.Settings;

/// <summary>A setting that the process cannot start with; the message is one line that names it.</summary>
internal sealed class SettingsException(string message) : Exception(message);
