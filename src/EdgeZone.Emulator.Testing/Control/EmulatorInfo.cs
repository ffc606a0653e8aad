namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What runs there. Keys and tokens that were configured are not shown.</summary>
/// <param name="Version">The version of the emulator.</param>
/// <param name="Edition">Which generation of the contract is spoken.</param>
/// <param name="AuthMode">How much a call has to prove: <c>Lenient</c>, <c>Strict</c> or <c>Off</c>.</param>
/// <param name="Addresses">Where the emulator listens.</param>
/// <param name="Credentials">The configured credentials.</param>
/// <param name="Settings">The settings in force, by their full names; one that has no value is not listed.</param>
/// <param name="Actions">The actions of the API that are answered.</param>
/// <param name="Proxy">What the proxy refused.</param>
/// <param name="BuiltInCredential">The pair that works without any configuration; null where none does.</param>
/// <param name="Storage">What outlives the process; null when nothing does.</param>
public sealed record EmulatorInfo(
    string Version,
    EmulatorEdition Edition,
    string AuthMode,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<ConfiguredCredential> Credentials,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<string> Actions,
    EmulatorProxy Proxy,
    BuiltInCredential? BuiltInCredential = null,
    EmulatorStorage? Storage = null);

/// <summary>The emulator as a proxy.</summary>
/// <param name="Enabled">Whether it is one.</param>
/// <param name="Refused">How many requests it refused because they wanted to leave.</param>
/// <param name="Latest">The latest of them, the newest first; setting <c>Proxy:Refused</c> bounds them.</param>
public sealed record EmulatorProxy(bool Enabled, long Refused, IReadOnlyList<EscapedRequest> Latest);

/// <summary>A request that wanted to leave through the proxy and was refused.</summary>
/// <param name="At">When.</param>
/// <param name="Method">Its method; <c>CONNECT</c> for what clients call https.</param>
/// <param name="Target">Where it wanted to go, host and port.</param>
/// <param name="Reason">What it was told.</param>
public sealed record EscapedRequest(DateTimeOffset At, string Method, string Target, string Reason);

/// <summary>The pair that needs no configuration.</summary>
/// <param name="SecretId">Its id.</param>
/// <param name="SecretKey">Its key.</param>
/// <param name="Sandbox">The sandbox it leads to.</param>
public sealed record BuiltInCredential(string SecretId, string SecretKey, string Sandbox);

/// <summary>A configured credential, without its key and token.</summary>
/// <param name="SecretId">Its id.</param>
/// <param name="Sandbox">The sandbox it leads to.</param>
/// <param name="AppId">The account inside the sandbox; null for the sandbox's first.</param>
/// <param name="Uin">The sub-account; null when none was given. Credentials of one sandbox that share it share the rate limit.</param>
public sealed record ConfiguredCredential(string SecretId, string Sandbox, long? AppId = null, string? Uin = null);

/// <summary>Where sandboxes are kept.</summary>
/// <param name="Directory">The directory, setting <c>Storage:Directory</c>.</param>
/// <param name="QueuedBytes">What waits to be written, in bytes.</param>
/// <param name="Fault">Why nothing can be kept any more, in a sentence; null while all is well.</param>
public sealed record EmulatorStorage(string Directory, long QueuedBytes, string? Fault = null);
