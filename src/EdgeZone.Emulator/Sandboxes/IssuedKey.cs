using System.Security.Cryptography;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A pair of keys that was made up for an account of a sandbox and is known as long as that exists.</summary>
internal sealed record IssuedKey(string SecretId, string SecretKey, long AppId)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int KeyLength = 32;

    public static IssuedKey For(long appId) =>
        new($"AKID{RandomNumberGenerator.GetString(Letters, KeyLength)}", RandomNumberGenerator.GetString(Letters, KeyLength), appId);

    /// <summary>Never shows the key, since it may end up in a log.</summary>
    public override string ToString() => SecretId;
}
