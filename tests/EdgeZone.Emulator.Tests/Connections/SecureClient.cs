using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>Clients that trust one authority and nobody else, as <c>curl --cacert</c> does.</summary>
internal static class SecureClient
{
    /// <summary>A client whose names all lead to one address, as with a hosts entry.</summary>
    public static HttpClient Create(X509Certificate2 authority, Uri address, SslProtocols protocols = SslProtocols.None)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(address.Host, address.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = { CertificateChainPolicy = Trusting(authority), EnabledSslProtocols = protocols },
        };
        return new HttpClient(handler);
    }

    /// <summary>Shakes hands under a name and returns what was shown, and what is wrong with it.</summary>
    public static async Task<(X509Certificate2 Shown, SslPolicyErrors Errors)> ShakeHandsAsync(X509Certificate2 authority, Uri address, string name)
    {
        var errors = SslPolicyErrors.None;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = new SslStream(connection.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = name,
            CertificateChainPolicy = Trusting(authority),
            RemoteCertificateValidationCallback = (_, certificate, _, found) =>
            {
                errors = found;
                return certificate is not null;
            },
        });
        return (X509CertificateLoader.LoadCertificate(stream.RemoteCertificate!.GetRawCertData()), errors);
    }

    /// <summary>An unsigned call.</summary>
    public static HttpRequestMessage Call(string url, Version? version = null, string action = "DescribeZones") => new(HttpMethod.Post, url)
    {
        Version = version ?? HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        Headers = { { "X-TC-Action", action } },
    };

    /// <summary>Trusts one authority and nobody else.</summary>
    public static X509ChainPolicy Trusting(X509Certificate2 authority) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { authority },
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
