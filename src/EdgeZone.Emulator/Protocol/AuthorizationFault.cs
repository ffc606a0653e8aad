namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// What is wrong with an <c>Authorization</c> header, as the clause that ends the refusal's message. The wording for the service is the real
/// gateway's, that for the other parts follows it; of the Chinese texts only what stands before the clause is known.
/// </summary>
/// <param name="English">The clause for <c>en-US</c>.</param>
/// <param name="Chinese">The clause for <c>zh-CN</c>.</param>
internal sealed record AuthorizationFault(string English, string Chinese)
{
    public static readonly AuthorizationFault Algorithm = Invalid("`Algorithm`");

    public static readonly AuthorizationFault Parts = new(
        "`Credential`, `SignedHeaders` and `Signature` must be given once each", "`Credential`、`SignedHeaders` 和 `Signature` 必须各出现一次");

    public static readonly AuthorizationFault Credential = Invalid("`Credential`");

    public static readonly AuthorizationFault Date = InvalidInCredential("`Date`");

    public static readonly AuthorizationFault Service = InvalidInCredential("`Service`");

    public static readonly AuthorizationFault Terminator = InvalidInCredential("`tc3_request`");

    public static readonly AuthorizationFault SignedHeaders = Invalid("`SignedHeaders`");

    public static readonly AuthorizationFault SignedHeadersIncomplete = new(
        "`SignedHeaders` must contain `content-type` and `host`", "`SignedHeaders` 必须包含 `content-type` 和 `host`");

    public static readonly AuthorizationFault Signature = Invalid("`Signature`");

    public static readonly AuthorizationFault Skip = new("`SKIP` not valid for this action", "该接口不支持 `SKIP`");

    private static AuthorizationFault Invalid(string part) => new($"{part} not valid", $"{part} 无效");

    private static AuthorizationFault InvalidInCredential(string part) => new($"{part} in Credential not valid", $"Credential 中的 {part} 无效");
}
