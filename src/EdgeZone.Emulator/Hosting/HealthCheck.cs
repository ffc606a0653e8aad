using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// <c>EdgeZone.Emulator --health</c>: asks the emulator on this machine whether it is well, for a container image that has neither a
/// shell nor curl. It finds the address as the emulator itself does.
/// </summary>
internal static class HealthCheck
{
    private const int Unwell = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        string url;
        try
        {
            url = RunningEmulator.Address(ProcessConfiguration.From(args)) + ControlPaths.Health;
        }
        catch (Exception e) when (e is SettingsException or InvalidDataException)
        {
            return Complaint.Print(e, ExitCodes.BadSetting);
        }

        try
        {
            using var client = RunningEmulator.CreateClient(Patience);
            using var response = await client.GetAsync(new Uri(url));
            Console.WriteLine($"{url} {(int)response.StatusCode}");
            return response.IsSuccessStatusCode ? ExitCodes.Success : Unwell;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{url} {e.Message}");
            return Unwell;
        }
    }
}
