namespace EdgeZone.Emulator.Proxy;

/// <summary>A request that wanted to leave through the proxy and was refused.</summary>
/// <param name="At">When.</param>
/// <param name="Method">Its method.</param>
/// <param name="Target">Where it wanted to go.</param>
/// <param name="Reason">What it was told.</param>
internal sealed record EscapeAttempt(DateTimeOffset At, string Method, ProxyTarget Target, string Reason);
