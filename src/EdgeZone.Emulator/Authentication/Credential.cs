using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// A pair of keys that the emulator knows, and where it leads. Its text never shows the key or the token, since it may end up in a log.
/// </summary>
/// <param name="SecretId">The id that a request names.</param>
/// <param name="SecretKey">The key that signs.</param>
/// <param name="Token">The session token that must come along; null for a permanent credential.</param>
/// <param name="AppId">The account inside the sandbox; null means the sandbox's first account.</param>
/// <param name="Uin">The user number of the sub-account, where one was given.</param>
/// <param name="Sandbox">The sandbox that the credential leads to.</param>
internal sealed record Credential(string SecretId, string SecretKey, string? Token, long? AppId, string? Uin, string Sandbox)
{
    /// <summary>Who calls when the credential has been proven. One object for all calls: it is part of every request.</summary>
    public Caller Caller { get; } = new(SecretId, Sandbox, AppId) { SubAccount = SubAccountOf(SecretId, Uin, AppId, Sandbox) };

    /// <summary>Whether the control plane made it up; it is forgotten with its sandbox.</summary>
    public bool IsIssued { get; init; }

    public static Credential From(CredentialSettings settings) => new(
        settings.SecretId,
        settings.SecretKey,
        string.IsNullOrEmpty(settings.Token) ? null : settings.Token,
        settings.AppId,
        settings.Uin,
        string.IsNullOrEmpty(settings.Sandbox) ? settings.SecretId : settings.Sandbox);

    // No SecretId has a slash in it, so that none is ever taken for a sub-account.
    private static string SubAccountOf(string secretId, string? uin, long? appId, string sandbox) => (uin, appId) switch
    {
        ({ Length: > 0 }, _) => $"{sandbox}/uin/{uin}",
        (_, { } account) => $"{sandbox}/appid/{account}",
        _ => secretId,
    };

    public override string ToString() => $"{SecretId} (sandbox {Sandbox})";
}
