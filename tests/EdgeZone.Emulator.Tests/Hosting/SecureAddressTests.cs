using System.Net;
using System.Net.Sockets;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>Where HTTPS is served.</summary>
public class SecureAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:80", null, null, "")]
    [InlineData("http://127.0.0.1:80", true, null, "https://127.0.0.1:8443")]
    [InlineData("http://127.0.0.1:80", null, 9443, "https://127.0.0.1:9443")]
    [InlineData("http://*:80;http://127.0.0.1:81", true, 9443, "https://*:9443")]
    [InlineData("http://127.0.0.1:80", false, 9443, "")]
    [InlineData("http://127.0.0.1:80;https://127.0.0.1:443", null, 9443, "")]
    [InlineData("https://127.0.0.1:443", true, null, "")]
    public void It_is_beside_other_addresses_when_it_is_asked_for(string asked, bool? enabled, int? port, string added)
    {
        var urls = asked.Split(';');

        var addresses = SecureAddresses.Complete(urls, new HttpsSettings { Enabled = enabled, Port = port }, out _);

        Assert.Equal([.. urls, .. added.Split(';', StringSplitOptions.RemoveEmptyEntries)], addresses);
    }

    [Theory]
    [InlineData(true, null, "https://localhost:8443")]
    [InlineData(null, 9443, "https://localhost:9443")]
    [InlineData(false, null, "")]
    public void It_is_beside_the_default_address_unless_it_is_switched_off(bool? enabled, int? port, string added) => Assert.Equal(
        ["http://localhost:8080", .. added.Split(';', StringSplitOptions.RemoveEmptyEntries)],
        SecureAddresses.Complete([], new HttpsSettings { Enabled = enabled, Port = port }, out _));

    [Fact]
    public void An_address_that_is_switched_off_is_named() => Assert.Equal(
        "Emulator:Https:Enabled: is false, but the address 'https://127.0.0.1:443' is asked for.",
        Assert.Throws<SettingsException>(() => SecureAddresses.Complete(["https://127.0.0.1:443"], new HttpsSettings { Enabled = false }, out _)).Message);

    [Theory]
    [InlineData("http://127.0.0.1:9443")]
    [InlineData("http://unix:/run/emulator.sock")]
    public void A_port_that_cannot_be_had_beside_the_other_addresses_is_named(string address) => Assert.Equal(
        $"Emulator:Https:Port: there cannot be HTTPS at port 9443 beside {address}.",
        Assert.Throws<SettingsException>(() => SecureAddresses.Complete([address], new HttpsSettings { Port = 9443 }, out _)).Message);

    [Fact]
    public void A_default_port_in_use_is_no_reason_not_to_start()
    {
        using var other = new TcpListener(IPAddress.Loopback, HttpsSettings.DefaultPort);
        try
        {
            other.Start();
        }
        catch (SocketException)
        {
            // Somebody else's, then.
        }

        Assert.Equal(["http://localhost:8080"], SecureAddresses.Complete([], new HttpsSettings(), out var busy));
        Assert.Equal(8443, busy);
    }

    [Fact]
    public async Task A_port_in_use_that_was_asked_for_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = (await EmulatorRun.OfAsync(["--urls=http://127.0.0.1:0", $"--Emulator:Https:Port={port}"])).Refusal(69);

        Assert.Contains($"https://127.0.0.1:{port}", refusal);
    }
}
