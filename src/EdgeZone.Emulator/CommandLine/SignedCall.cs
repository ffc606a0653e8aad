using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>One call of the API, ready to be sent or to be shown.</summary>
/// <param name="Endpoint">Where it goes.</param>
/// <param name="Action">What it calls.</param>
/// <param name="Region">The region that it names.</param>
/// <param name="Parameters">The body.</param>
/// <param name="Signer">Signs it.</param>
internal sealed record SignedCall(Uri Endpoint, string Action, string Region, JsonObject Parameters, CallSigner Signer)
{
    /// <summary>Sends it, to nobody but the endpoint.</summary>
    /// <returns>What stands in <c>Response</c>.</returns>
    /// <exception cref="HttpRequestException">Nobody answers, or not as the API does.</exception>
    /// <exception cref="FormatException">There is no certificate in the file.</exception>
    public async Task<JsonObject> SendAsync(string? authority, TimeSpan patience, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (authority is not null)
        {
            handler.SslOptions.CertificateChainPolicy = await TrustingAsync(authority, cancellation);
        }

        using var client = new HttpClient(handler) { Timeout = patience };
        using var request = Build();
        using var response = await client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode && (JsonNode.Parse(text) as JsonObject)?["Response"] is JsonObject answer
            ? answer
            : throw new HttpRequestException($"status {(int)response.StatusCode}");
    }

    /// <summary>The same as a line for a shell. Its signature is valid for some minutes.</summary>
    public async Task<string> ToCurlAsync(string? authority)
    {
        using var request = Build();
        var line = new StringBuilder("curl -s ").Append(Quote($"{Endpoint}"));
        if (authority is not null)
        {
            line.Append(" --cacert ").Append(Quote(authority));
        }

        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated)
            .Where(header => header.Key != "Content-Length"))
        {
            line.Append(" -H ").Append(Quote($"{name}: {values}"));
        }

        return line.Append(" --data-binary ").Append(Quote(await request.Content.ReadAsStringAsync())).ToString();
    }

    private HttpRequestMessage Build()
    {
        var body = Encoding.UTF8.GetBytes(Parameters.ToJsonString());
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-TC-Action", Action);
        request.Headers.TryAddWithoutValidation("X-TC-Version", EdgeZoneApi.Version);
        request.Headers.TryAddWithoutValidation("X-TC-Region", Region);
        Signer.Sign(request, body, DateTimeOffset.UtcNow);
        return request;
    }

    private static async Task<X509ChainPolicy> TrustingAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(file, cancellation)) },
                RevocationMode = X509RevocationMode.NoCheck,
            };
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"'{file}' cannot be read: {e.Message}");
        }
    }

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
