using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Settings;

/// <summary>Checks what several settings say together; each for itself was checked when it was read.</summary>
internal static class SettingsValidator
{
    /// <exception cref="SettingsException">Two do not go together, or one needs another; the message names them.</exception>
    public static void Validate(EmulatorSettings settings)
    {
        Check(settings.Clock.Rate is not null || settings.Clock.Mode != ClockMode.Scaled, "Clock:Rate", "is missing, and Emulator:Clock:Mode=Scaled needs it");
        Check(settings.Clock.Rate is null || settings.Clock.Mode == ClockMode.Scaled, "Clock:Rate", "is given, but only Emulator:Clock:Mode=Scaled has a rate");
        Check(
            settings.Auth.Mode != AuthMode.Strict || settings.Credentials.Count > 0,
            "Auth:Mode",
            "Strict needs a credential, or every call would be refused; set Emulator:Credentials:0:SecretId and :SecretKey");
        ValidateHttps(settings.Https);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var credential in settings.Credentials)
        {
            Check(credential.SecretId.Length > 0, $"Credentials:{credential.Place}:SecretId", "is missing");
            Check(credential.SecretKey.Length > 0, $"Credentials:{credential.Place}:SecretKey", "is missing");
            Check(seen.Add(credential.SecretId), $"Credentials:{credential.Place}:SecretId", $"'{credential.SecretId}' is there twice");
        }
    }

    private static void ValidateHttps(HttpsSettings https)
    {
        Check(https.Key is not null || https.Certificate is null, "Https:Key", "is missing, and Emulator:Https:Certificate needs it");
        Check(https.Certificate is not null || https.Key is null, "Https:Certificate", "is missing, and Emulator:Https:Key belongs to one");
        Check(
            https.Directory is null || https.Certificate is null,
            "Https:Directory",
            "keeps an authority that issues nothing while Emulator:Https:Certificate is set");
    }

    private static void Check(bool holds, string name, string otherwise)
    {
        if (!holds)
        {
            throw new SettingsException($"{EmulatorSettings.Section}:{name}: {otherwise}.");
        }
    }
}
