namespace EdgeZone.Emulator.Settings;

/// <summary>How much a call has to prove.</summary>
public enum AuthMode
{
    /// <summary>Unsigned calls and unknown SecretIds are welcome; a known SecretId must sign correctly.</summary>
    Lenient,

    /// <summary>As the real gateway: every call is signed by a configured credential.</summary>
    Strict,

    /// <summary>Nothing is checked; the SecretId only chooses the sandbox.</summary>
    Off,
}

/// <summary><c>Emulator:Auth</c>.</summary>
internal sealed class AuthSettings
{
    /// <summary>How much a call has to prove.</summary>
    public AuthMode Mode { get; set; } = AuthMode.Lenient;

    /// <summary>
    /// Whether only the received <c>Host</c> and the scope service <c>edgezone</c> verify, as on the real gateway. If not, the
    /// host without its port and the endpoint's first label are tried too, since official SDKs sign those when the endpoint is overridden.
    /// </summary>
    public bool ExactHost { get; set; }
}

/// <summary>One entry of <c>Emulator:Credentials</c>.</summary>
internal sealed class CredentialSettings
{
    /// <summary>Where in the list it was given, as it was written.</summary>
    public string Place { get; init; } = "0";

    /// <summary>The id that a request names. Required.</summary>
    public string SecretId { get; set; } = "";

    /// <summary>The key that signs. Required; never shown or logged.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>The session token of a temporary credential; absent for a permanent one. Never shown or logged.</summary>
    public string? Token { get; set; }

    /// <summary>The account inside the sandbox. Default: the sandbox's first account.</summary>
    public long? AppId { get; set; }

    /// <summary>The user number of the sub-account: credentials of one sandbox that share it share the rate limit. Optional.</summary>
    public string? Uin { get; set; }

    /// <summary>The sandbox that the credential leads to. Default: one named after the SecretId.</summary>
    public string? Sandbox { get; set; }
}
