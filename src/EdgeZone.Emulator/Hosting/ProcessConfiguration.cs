namespace EdgeZone.Emulator.Hosting;

/// <summary>The settings as the host reads them, for what has no host: the health check, and a start that failed.</summary>
internal static class ProcessConfiguration
{
    public static IConfiguration From(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables("DOTNET_")
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build();
}
