using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Testing;

/// <content>HTTPS.</content>
public sealed partial class EdgeZoneEmulator
{
    /// <summary>Where the emulator listens for HTTPS: a free port of 127.0.0.1.</summary>
    /// <exception cref="InvalidOperationException"><see cref="EdgeZoneEmulatorOptions.Https"/> is false, or the emulator runs elsewhere.</exception>
    public Uri SecureEndpoint =>
        StartedHere.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => new Uri(address)).FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps)
        ?? throw new InvalidOperationException("There is no HTTPS: set EdgeZoneEmulatorOptions.Https.");

    /// <summary>The authority that a client has to trust for HTTPS and the proxy, without its key.</summary>
    /// <exception cref="InvalidOperationException">The certificate that is shown is one of the settings, or the emulator runs elsewhere.</exception>
    public X509Certificate2 CertificateAuthority => StartedHere.GetRequiredService<ServerCertificates>().Authority is { } authority
        ? X509Certificate2.CreateFromPem(authority.Pem)
        : throw new InvalidOperationException("The certificate is the one of Https:Certificate, and its root is not the emulator's.");

    private IServiceProvider StartedHere => _application?.Services
        ?? throw new InvalidOperationException("The emulator runs elsewhere and was not started here; Control tells what it is asked for.");
}
