using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.Configuration;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>Which addresses are listened on.</summary>
public class ListenAddressTests
{
    [Theory]
    [InlineData("https://localhost:99999")]
    [InlineData("ftp://localhost")]
    [InlineData("localhost:8080")]
    [InlineData("8080")]
    [InlineData("http://")]
    [InlineData("http://:8080")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:-1")]
    [InlineData("http://127.0.0.1:abc")]
    [InlineData("http://127.0.0.1:")]
    [InlineData("http://127.0.0.1:8080/emulator")]
    [InlineData("http://user@127.0.0.1:8080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://::1:8080")]
    [InlineData("http://[::1:8080")]
    [InlineData("http://[localhost]:8080")]
    [InlineData("http://a b:8080")]
    public void What_is_no_address_is_refused_by_name(string address) =>
        Assert.Contains($"'{address}'", Assert.Throws<SettingsException>(() => From("urls", $"http://127.0.0.1:1;{address}")).Message);

    [Theory]
    [InlineData("http_ports", "abc")]
    [InlineData("http_ports", "-1")]
    [InlineData("http_ports", "65536")]
    [InlineData("https_ports", "8443s")]
    public void What_is_no_port_is_refused_by_name(string name, string port) =>
        Assert.Contains($"'{port}'", Assert.Throws<SettingsException>(() => From(name, port)).Message);

    [Theory]
    [InlineData("Kestrel:Endpoints", "http://127.0.0.1:1")]
    [InlineData("Kestrel:Endpoints:Plain:Url", "http://nowhere.invalid:1")]
    public void The_servers_own_way_to_say_it_is_refused(string name, string value) => Assert.Equal(
        "Kestrel:Endpoints: is not read; --urls or ASPNETCORE_URLS says where to listen.",
        Assert.Throws<SettingsException>(() => From(name, value)).Message);

    [Theory]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("HTTP://LOCALHOST:5000/", "http://LOCALHOST:5000")]
    [InlineData("http://localhost", "http://localhost:80")]
    [InlineData("HTTPS://localhost", "https://localhost:443")]
    [InlineData("https://[::]:8443", "https://*:8443")]
    [InlineData("http://+:5000", "http://*:5000")]
    [InlineData("http://[::]:5000", "http://*:5000")]
    [InlineData("http://[::1]:0", "http://[::1]:0")]
    [InlineData("http://unix:/run/emulator.sock", "http://unix:/run/emulator.sock")]
    public void An_address_has_one_form(string address, string form) => Assert.Equal([form], From("urls", address));

    [Fact]
    public void Ports_alone_are_those_of_every_interface() => Assert.Equal(["http://*:80", "http://*:8080"], From("http_ports", "80; 8080"));

    [Fact]
    public void Ports_of_both_kinds_are_had_together() => Assert.Equal(
        ["http://*:8080", "https://*:8443"],
        ListenAddresses.From(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("http_ports", (string?)"8080"), KeyValuePair.Create("https_ports", (string?)"8443")])
            .Build()));

    [Fact]
    public void Without_any_setting_it_is_loopback() => Assert.Equal(["http://localhost:8080"], From("urls", ""));

    [Theory]
    [InlineData("http://127.0.0.1:80", "http://127.0.0.1:9")]
    [InlineData("http://127.0.0.1:80;http://127.0.0.1:81", "http://127.0.0.1:9")]
    [InlineData("http://127.0.0.1:80;http://*:81", "http://*:9")]
    [InlineData("http://127.0.0.1:80;http://[::1]:80;http://localhost:81", "http://localhost:9")]
    [InlineData("http://10.0.0.1:80;http://[::1]:80", "http://10.0.0.1:9;http://[::1]:9")]
    [InlineData("http://10.0.0.1:80;http://127.0.0.1:9", "")]
    public void A_further_port_is_had_on_the_same_hosts(string addresses, string further)
    {
        var urls = addresses.Split(';');

        Assert.Equal([.. urls, .. further.Split(';', StringSplitOptions.RemoveEmptyEntries)], ListenAddresses.AddPort(urls, 9));
    }

    private static IReadOnlyList<string> From(string name, string value) =>
        ListenAddresses.From(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build());
}
