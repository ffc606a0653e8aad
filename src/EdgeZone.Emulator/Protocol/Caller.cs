namespace EdgeZone.Emulator.Protocol;

/// <summary>Who is calling, as far as the authentication mode makes sure of it.</summary>
/// <param name="SecretId">The id that the request names; empty for an unsigned call.</param>
/// <param name="Sandbox">The sandbox that the call is played in.</param>
/// <param name="AppId">The account inside the sandbox; null means the sandbox's first account.</param>
internal sealed record Caller(string SecretId, string Sandbox, long? AppId)
{
    /// <summary>Whose calls count together against the rate limit: the sub-account where one is known, otherwise the SecretId.</summary>
    public string SubAccount { get; init; } = SecretId;
}
