namespace EdgeZone.Emulator.Protocol;

/// <summary>The language of messages, chosen by <c>X-TC-Language</c> or <c>Language</c>; codes never change with it.</summary>
internal enum ApiLanguage
{
    /// <summary><c>en-US</c>, the default of the international site.</summary>
    English,

    /// <summary><c>zh-CN</c>.</summary>
    Chinese,
}
