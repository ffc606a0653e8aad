namespace EdgeZone.Emulator.Testing.Control;

/// <summary>A refusal as it is sent (RFC 9457), as much of it as the status does not say.</summary>
internal sealed record ProblemDetails(string Detail, string? Field = null);
