using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// Where settings come from: a file beside the program, the environment, the command line, each overriding the one before; inside a test only what
/// the fixture says.
/// </summary>
internal static class SettingsExtensions
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        // Inside somebody's test the files and the environment are theirs, not ours.
        if (Embedding.IsEmbedded)
        {
            var sources = builder.Configuration.Sources;
            foreach (var source in sources.Where(source => source is JsonConfigurationSource or EnvironmentVariablesConfigurationSource).ToArray())
            {
                sources.Remove(source);
            }
        }

        RequireKnownSections(builder.Configuration);
        builder.Services.AddSingleton(services => SettingsReader.Read(
            services.GetRequiredService<IConfiguration>(), SupportedActions.All.Select(action => action.Name)));
    }

    /// <summary>Reads everything that can be wrong, so that it is said before the first address is bound.</summary>
    public static void ReadSettings(this WebApplication app)
    {
        app.Services.GetRequiredService<EmulatorSettings>();
        app.Services.GetRequiredService<WorldSeed>();
    }

    // The file beside the program is for nobody else: what nobody reads there is misspelt. What an editor knows it by is not.
    private static void RequireKnownSections(IConfigurationRoot configuration)
    {
        foreach (var file in configuration.Providers.OfType<JsonConfigurationProvider>())
        {
            var unknown = file.GetChildKeys([], parentPath: null).FirstOrDefault(name => name != "$schema" && !HostSettings.Names.Contains(name));
            if (unknown is not null)
            {
                throw new SettingsException(
                    $"There is no section {unknown}, which {file.Source.Path} has; the emulator's settings stand in {EmulatorSettings.Section}.");
            }
        }
    }
}
