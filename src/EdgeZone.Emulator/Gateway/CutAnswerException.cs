namespace EdgeZone.Emulator.Gateway;

/// <summary>An answer ends before it is whole, because a fault rule says so. The web server closes the connection when it meets an error.</summary>
internal sealed class CutAnswerException() : Exception("A fault rule has cut the answer.");
