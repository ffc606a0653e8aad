using System.Net;
using System.Net.Sockets;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>Where IPv6 is switched off, <c>localhost</c> is what is left of it, and the program says so.</summary>
public class NoIPv6Tests
{
    private static readonly (string, string) Without = ("DOTNET_SYSTEM_NET_DISABLEIPV6", "1");

    [Theory]
    [InlineData("ASPNETCORE_URLS")]
    [InlineData("--urls")]
    public async Task Localhost_is_an_ipv4_address_alone(string source)
    {
        var port = FreePort();
        var address = $"http://localhost:{port}";
        using var emulator = source == "--urls"
            ? EmulatorRun.Start([$"--urls={address}"], Without)
            : EmulatorRun.Start([], Without, (source, address));

        var announced = "";
        while (!announced.Contains("Listens on", StringComparison.Ordinal))
        {
            announced += await emulator.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await emulator.StandardError.ReadToEndAsync());
        }

        emulator.Kill();
        Assert.Contains($"  API            http://127.0.0.1:{port}", announced);
        Assert.Contains($"  Listens on     127.0.0.1:{port}", announced);
        Assert.DoesNotContain("::1", announced);
    }

    [Fact]
    public async Task An_ipv6_address_cannot_be_had() => Assert.Equal(
        "EdgeZone.Emulator: Cannot listen on http://[::1]:8080: there is no IPv6 here.",
        (await EmulatorRun.OfAsync(["--urls=http://[::1]:8080"], Without)).Refusal(69));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
