using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>The settings as the host reads them, for what has no host: the health check, and a start that failed.</summary>
internal static class ProcessConfiguration
{
    private const string Watching = "hostBuilder:reloadConfigOnChange";

    /// <summary>The command line as the host is given it.</summary>
    /// <exception cref="SettingsException">It has a value on it that the host would abort at.</exception>
    public static string[] ForHost(string[] args)
    {
        var watching = new ConfigurationBuilder().AddCommandLine(args).Build()[Watching];
        // Watching the settings file costs an inotify handle for each host, and nothing is read again.
        return watching is null || bool.TryParse(watching, out _)
            ? [$"--{Watching}=false", .. args]
            : throw new SettingsException($"{Watching}: '{watching}' is not true or false.");
    }

    public static IConfiguration From(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables("DOTNET_")
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build();
}
