using System.Text.RegularExpressions;
using EdgeZone.Emulator.Certificates;
using EdgeZone.Emulator.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// Which of the server's listeners speaks TLS at once. Each of them can, since a plain one may be asked for a tunnel with TLS inside; for the
/// server they are therefore all the same, and it calls all of them <c>https</c>. It binds the addresses in their order, which is how they are
/// told apart.
/// </summary>
internal sealed class Listeners(ServerCertificates certificates, ProxyConnections proxy, ConnectionRoom room)
{
    private IReadOnlyList<string> _expected = [];
    private int _next;

    /// <summary>Notes the addresses to be bound.</summary>
    /// <returns>The server's addresses, with the schemes that they really have.</returns>
    public IServerAddressesFeature Expect(IServerAddressesFeature server, IReadOnlyList<string> addresses)
    {
        _expected = addresses;
        foreach (var address in addresses)
        {
            server.Addresses.Add(address);
        }

        return new Addresses(server, addresses);
    }

    /// <summary>Prepares the next listener.</summary>
    public void Configure(ListenOptions listener)
    {
        if (_next < _expected.Count)
        {
            listener.UseConnections(ListenAddresses.IsSecure(_expected[_next++]), certificates, proxy, room);
        }
        else
        {
            // One that code around the emulator has asked the server for.
            listener.UseHostSchemeRewriter();
        }
    }

    /// <summary>What the server says of an address, with the scheme that it really has.</summary>
    public string WithRealSchemes(string message) => _expected
        .Where(address => !ListenAddresses.IsSecure(address))
        .Select(BindingAddress.Parse)
        .Where(address => !address.IsUnixPipe)
        .Aggregate(message, (text, address) => Regex.Replace(text, $@"https(://\S+:{address.Port})\b", "http$1"));

    private sealed class Addresses(IServerAddressesFeature server, IReadOnlyList<string> expected) : IServerAddressesFeature
    {
        ICollection<string> IServerAddressesFeature.Addresses =>
            [.. server.Addresses.Select((address, place) => place < expected.Count ? WithSchemeOf(expected[place], address) : address)];

        public bool PreferHostingUrls
        {
            get => server.PreferHostingUrls;
            set => server.PreferHostingUrls = value;
        }

        private static string WithSchemeOf(string expected, string address) =>
            expected[..expected.IndexOf(':', StringComparison.Ordinal)] + address[address.IndexOf(':', StringComparison.Ordinal)..];
    }
}
