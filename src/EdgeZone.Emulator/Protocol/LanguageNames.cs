namespace EdgeZone.Emulator.Protocol;

/// <summary>How the API spells its languages.</summary>
internal static class LanguageNames
{
    public const string Chinese = "zh-CN";

    public const string English = "en-US";

    /// <summary>The language of that name; English for any other.</summary>
    public static ApiLanguage Read(string? name) => name == Chinese ? ApiLanguage.Chinese : ApiLanguage.English;

    public static string Of(ApiLanguage language) => language == ApiLanguage.Chinese ? Chinese : English;
}
