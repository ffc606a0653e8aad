using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Authentication;

internal static class AuthenticationExtensions
{
    public static void AddAuthenticators(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<EmulatorSettings>();
            return new CredentialStore(settings.Credentials, settings.Auth.Mode);
        });
        services.AddSingleton(provider => provider.GetRequiredService<EmulatorSettings>().Auth);
        services.AddSingleton<Authenticator>();
    }
}
