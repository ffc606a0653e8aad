namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// A request whose form is known and whose common parameters are there, one type for each form.
/// https://www.tencentcloud.com/document/product/1041/33628. No record: its text would show what must not be shown.
/// </summary>
internal abstract class ApiRequest
{
    private ApiRequest(ReceivedRequest received, CommonParameters common) => (Received, Common) = (received, common);

    /// <summary>The bytes and texts that a signature covers.</summary>
    public ReceivedRequest Received { get; }

    public CommonParameters Common { get; }

    /// <summary>A common parameter as this form spells it, for messages.</summary>
    public abstract string NameOf(string parameter);

    /// <summary>A JSON call that nobody signed.</summary>
    /// <param name="received">What was received.</param>
    /// <param name="common">What every form has.</param>
    /// <param name="timestamp">Unix seconds; null when none was sent.</param>
    internal sealed class Unsigned(ReceivedRequest received, CommonParameters common, long? timestamp) : ApiRequest(received, common)
    {
        public long? Timestamp { get; } = timestamp;

        public override string NameOf(string parameter) => $"X-TC-{parameter}";
    }

    /// <summary>A call signed with TC3-HMAC-SHA256.</summary>
    internal abstract class Tc3(ReceivedRequest received, CommonParameters common, Tc3Headers headers) : ApiRequest(received, common)
    {
        public Tc3Headers Headers { get; } = headers;

        public override string NameOf(string parameter) => $"X-TC-{parameter}";
    }

    /// <summary>TC3 with a JSON object in the body.</summary>
    internal sealed class Tc3Json(ReceivedRequest received, CommonParameters common, Tc3Headers headers) : Tc3(received, common, headers);

    /// <summary>TC3 with a query or a form.</summary>
    /// <param name="received">What was received.</param>
    /// <param name="common">What every form has.</param>
    /// <param name="headers">What TC3 adds.</param>
    /// <param name="parameters">The decoded parameters in the order sent.</param>
    internal sealed class Tc3Flat(ReceivedRequest received, CommonParameters common, Tc3Headers headers, IReadOnlyList<FlatParameter> parameters)
        : Tc3(received, common, headers)
    {
        public IReadOnlyList<FlatParameter> Parameters { get; } = parameters;
    }

    /// <summary>TC3 with a body that no action of this API takes.</summary>
    /// <param name="received">What was received.</param>
    /// <param name="common">What every form has.</param>
    /// <param name="headers">What TC3 adds.</param>
    /// <param name="mediaType">The content type without its parameters.</param>
    internal sealed class Tc3Other(ReceivedRequest received, CommonParameters common, Tc3Headers headers, string mediaType) : Tc3(received, common, headers)
    {
        public string MediaType { get; } = mediaType;
    }

    /// <summary>A call with the older signature.</summary>
    /// <param name="received">What was received.</param>
    /// <param name="common">What every form has.</param>
    /// <param name="fields">What the older signature adds.</param>
    /// <param name="parameters">Every decoded parameter in the order sent, the common ones included.</param>
    internal sealed class V1(ReceivedRequest received, CommonParameters common, V1Fields fields, IReadOnlyList<FlatParameter> parameters)
        : ApiRequest(received, common)
    {
        public V1Fields Fields { get; } = fields;

        public IReadOnlyList<FlatParameter> Parameters { get; } = parameters;

        public override string NameOf(string parameter) => parameter;
    }
}

/// <summary>
/// What every request has. An absent value is null, and so is an empty one: several SDKs send an empty region or language when none was set.
/// </summary>
/// <param name="Action">The action, known or not.</param>
/// <param name="Version">The version, existing or not.</param>
/// <param name="Region">The region.</param>
/// <param name="Language">The language of messages.</param>
internal readonly record struct CommonParameters(string Action, string Version, string? Region, string? Language);

/// <summary>One decoded <c>key=value</c> of a query or a form.</summary>
internal readonly record struct FlatParameter(string Key, string Value);

/// <summary>What a call signed with TC3 says in headers of its own.</summary>
internal readonly struct Tc3Headers
{
    /// <summary>Unix seconds.</summary>
    public required long Timestamp { get; init; }

    /// <summary><c>Authorization</c> as sent.</summary>
    public required string Authorization { get; init; }

    public string? Token { get; init; }

    /// <summary><c>X-TC-Content-SHA256</c>.</summary>
    public string? ContentSha256 { get; init; }
}

/// <summary>What a call with the older signature says in fields of its own.</summary>
internal readonly struct V1Fields
{
    /// <summary>Unix seconds.</summary>
    public required long Timestamp { get; init; }

    public required string SecretId { get; init; }

    /// <summary>Base64.</summary>
    public required string Signature { get; init; }

    /// <summary><c>HmacSHA256</c> selects SHA-256, anything else SHA-1.</summary>
    public string? SignatureMethod { get; init; }

    public string? Token { get; init; }
}
