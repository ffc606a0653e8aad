namespace EdgeZone.Emulator.Protocol;

/// <summary>The error of an answer: its code and its message in the caller's language.</summary>
internal sealed record ApiError(string Code, string Message);
