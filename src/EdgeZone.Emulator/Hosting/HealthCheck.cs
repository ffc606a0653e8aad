namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// <c>EdgeZone.Emulator --health</c>: asks the emulator on this machine whether it is well, for a container image that has neither a
/// shell nor curl. It finds the address as the emulator itself does.
/// </summary>
internal static class HealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        var url = $"{ListenAddresses.Reachable(ListenAddresses.From(configuration)[0], "127.0.0.1")}/_emulator/health";
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var response = await client.GetAsync(new Uri(url));
            Console.WriteLine($"{url} {(int)response.StatusCode}");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{url} {e.Message}");
            return 1;
        }
    }
}
