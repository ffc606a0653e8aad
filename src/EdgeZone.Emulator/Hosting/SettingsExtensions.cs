using System.Reflection;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.Configuration.Json;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Where settings come from: a file beside the program, the environment, the command line, each overriding the one before.</summary>
internal static class SettingsExtensions
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        // Inside somebody's test the file beside the program is theirs, not ours.
        if (Assembly.GetEntryAssembly() != typeof(SettingsExtensions).Assembly)
        {
            foreach (var file in builder.Configuration.Sources.OfType<JsonConfigurationSource>().ToArray())
                builder.Configuration.Sources.Remove(file);
        }

        builder.Services.AddSingleton(services => SettingsReader.Read(services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>Reads everything that can be wrong, so that it is said before the first address is bound.</summary>
    public static void ReadSettings(this WebApplication app)
    {
        app.Services.GetRequiredService<EmulatorSettings>();
        app.Services.GetRequiredService<WorldSeed>();
    }
}
