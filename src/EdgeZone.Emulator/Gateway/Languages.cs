using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Which language the caller is answered in. It is found before anything is checked, since already the first refusal has to be in it; whether
/// it is a language at all is checked with the other values.
/// </summary>
internal static class Languages
{
    public const string Header = "X-TC-Language";

    /// <summary>The older signature's field of the same meaning.</summary>
    public const string Field = "Language";

    public static ApiLanguage Of(string? value) => LanguageNames.Read(value);

    /// <summary>The language that the head of a request asks for: by its header, or else in its query.</summary>
    public static ApiLanguage Of(HttpRequest http) =>
        Of(http.Headers[Header] is [{ Length: > 0 } header, ..] ? header : FlatParameters.Find(http.QueryString.Value, Field));
}
