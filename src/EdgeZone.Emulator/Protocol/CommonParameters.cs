namespace EdgeZone.Emulator.Protocol;

/// <summary>How a request says who sends it.</summary>
internal enum SigningMethod
{
    /// <summary>A newcomer's JSON call without <c>Authorization</c>; not possible in strict mode.</summary>
    None,

    /// <summary>TC3-HMAC-SHA256: common parameters in headers. https://www.tencentcloud.com/document/api/213/33224</summary>
    Tc3,

    /// <summary>HmacSHA1 or HmacSHA256: common parameters among the others. https://www.tencentcloud.com/document/api/213/31575</summary>
    V1,
}

/// <summary>One decoded <c>key=value</c> of a query or a form.</summary>
internal readonly record struct FlatParameter(string Key, string Value);

/// <summary>
/// The parameters that every action shares. https://www.tencentcloud.com/document/product/1041/33628.
/// An absent one is null, and so is an empty one: several SDKs send an empty region or language when none was set.
/// </summary>
internal sealed record CommonParameters
{
    public required SigningMethod Signing { get; init; }

    public string? Action { get; init; }

    public string? Version { get; init; }

    public string? Region { get; init; }

    public string? Language { get; init; }

    /// <summary>Unix seconds; null when absent (only a newcomer's call may lack it).</summary>
    public long? Timestamp { get; init; }

    public string? Token { get; init; }

    /// <summary>TC3: the header as sent.</summary>
    public string? Authorization { get; init; }

    /// <summary>TC3: <c>X-TC-Content-SHA256</c>.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>V1: the caller's id.</summary>
    public string? SecretId { get; init; }

    /// <summary>V1: the signature, base64.</summary>
    public string? Signature { get; init; }

    /// <summary>V1: <c>HmacSHA256</c> selects SHA-256, anything else SHA-1.</summary>
    public string? SignatureMethod { get; init; }

    /// <summary>V1, and TC3 with a query or form: every decoded parameter in the order sent, common ones included.</summary>
    public IReadOnlyList<FlatParameter> Flat { get; init; } = [];
}
