using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>
/// A real server on a free port whose application answers with what it saw: the host that the server let in, the host received, action, body.
/// </summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private const string HostLetIn = "host";

    private readonly WebApplication _application;

    private EchoServer(WebApplication application) => _application = application;

    /// <summary>An endpoint that speaks HTTP/2 without TLS.</summary>
    public Uri Http2Address => Address(1);

    public static async Task<EchoServer> StartAsync(bool rewriting = true, Action<KestrelServerLimits>? limit = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            limit?.Invoke(kestrel.Limits);
            kestrel.ConfigureEndpointDefaults(endpoint =>
            {
                if (rewriting)
                {
                    endpoint.UseHostSchemeRewriter();
                }
            });
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(SelfSigned()).UseHostSchemeRewriter());
        });
        // As long as the emulator waits for calls under way, and for half a head as any server does.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        application.Use((context, next) =>
        {
            context.Items[HostLetIn] = context.Request.Headers.Host.ToString();
            return next(context);
        });
        application.UseReceivedHost();
        application.Run(AnswerAsync);
        await application.StartAsync();
        return new EchoServer(application);
    }

    public Task<RawClient> ConnectAsync() => RawClient.ConnectAsync(Address(0));

    /// <summary>Connects to an endpoint that looks at the bytes before TLS, as every endpoint here, and once more behind it.</summary>
    public Task<RawClient> ConnectSecurelyAsync() => RawClient.ConnectAsync(Address(2));

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        var answer = $"{context.Items[HostLetIn]}|{headers.Host}|{headers["X-TC-Action"]}|{body}";
        context.Response.ContentLength = answer.Length;
        await context.Response.WriteAsync(answer);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private Uri Address(int index) => new(_application.Urls.ElementAt(index));
}
