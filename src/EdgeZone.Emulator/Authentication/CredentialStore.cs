using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The credentials whose signatures can be checked: those configured, those issued while running, and the built-in pair that lets an
/// SDK, curl and the control plane meet in one sandbox without any configuration.
/// </summary>
internal sealed class CredentialStore
{
    /// <summary>SecretId and SecretKey of the built-in pair.</summary>
    public const string BuiltIn = "emulator";

    private readonly ConcurrentDictionary<string, Credential> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Credential>.AlternateLookup<ReadOnlySpan<char>> _byIdText;

    public CredentialStore(IReadOnlyList<CredentialSettings> configured, AuthMode mode)
    {
        _byIdText = _byId.GetAlternateLookup<ReadOnlySpan<char>>();

        // A key that anybody can read in the manual has no place in strict mode, unless somebody wrote it down there.
        if (mode != AuthMode.Strict)
        {
            Add(new Credential(BuiltIn, BuiltIn, Token: null, AppId: null, Uin: null, SandboxNames.Default));
        }

        foreach (var settings in configured)
        {
            Add(Credential.From(settings));
        }
    }

    /// <summary>Makes a pair known that leads to an account of a sandbox, for as long as that sandbox exists.</summary>
    public void AddIssued(string sandbox, string secretId, string secretKey, long appId) =>
        Add(new Credential(secretId, secretKey, Token: null, appId, Uin: null, sandbox) { IsIssued = true });

    /// <summary>Forgets what was issued for a sandbox.</summary>
    public void RemoveIssued(string sandbox)
    {
        foreach (var credential in _byId.Values.Where(credential => credential.IsIssued && credential.Sandbox == sandbox))
        {
            _byId.TryRemove(credential.SecretId, out _);
        }
    }

    /// <summary>Makes the credential known; one with the same SecretId is replaced.</summary>
    public void Add(Credential credential) => _byId[credential.SecretId] = credential;

    public bool TryFind(ReadOnlySpan<char> secretId, [NotNullWhen(true)] out Credential? credential) => _byIdText.TryGetValue(secretId, out credential);
}
