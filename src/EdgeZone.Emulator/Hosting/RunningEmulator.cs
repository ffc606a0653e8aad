using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>The emulator that runs on this machine, asked by a command; it finds the address as the emulator itself does.</summary>
internal static class RunningEmulator
{
    /// <summary>Where it is, without a slash at the end; by plain HTTP if it has that.</summary>
    /// <exception cref="SettingsException">The settings name no address.</exception>
    public static string Address(IConfiguration configuration)
    {
        var addresses = ListenAddresses.From(configuration);
        return ListenAddresses.Reachable(addresses.FirstOrDefault(address => !ListenAddresses.IsSecure(address)) ?? addresses[0], "127.0.0.1");
    }

    /// <summary>A client that goes there and nowhere else. It asks for nothing that a false answer could harm, so any certificate will do.</summary>
    public static HttpClient CreateClient(TimeSpan patience)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        return new HttpClient(handler) { Timeout = patience };
    }
}
