namespace EdgeZone.Emulator.Protocol;

/// <summary>A refusal that the gateway answers in the API's envelope, with its text in both languages of the API.</summary>
/// <param name="code">The API's own error code.</param>
/// <param name="english">The message for <c>en-US</c>, the default.</param>
/// <param name="chinese">The message for <c>zh-CN</c>; the English one stands in where no Chinese text is known.</param>
internal sealed class ApiException(string code, string english, string? chinese = null) : Exception(english)
{
    /// <summary>The API's own error code.</summary>
    public string Code { get; } = code;

    /// <summary>What a refused signature should have covered; null for any other refusal. It is for the control plane, never for the answer.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>The message in the language that the caller asked for.</summary>
    public string MessageIn(ApiLanguage language) => language == ApiLanguage.Chinese ? chinese ?? Message : Message;
}
