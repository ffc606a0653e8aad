using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Compatibility;

/// <summary>
/// What docs/clients.md shows for .NET and for curl is compiled and run as it stands there; its scripts for Node.js are run by
/// tests/sdk-compatibility.
/// </summary>
public sealed partial class ClientsPageTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task An_http_client_goes_through_the_proxy()
    {
        await using var emulator = await StartAsync();
        var (proxy, authority) = ($"{emulator.Endpoint}", Path.Combine(_directory, "ca.pem"));

        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(proxy) };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(authority) },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("https://edgezone.tencentcloudapi.com") };
        client.DefaultRequestHeaders.Add("X-TC-Action", "DescribeZones");
        var answer = await client.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Contains("\"TotalCount\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void The_page_shows_that_test()
    {
        var example = Page().Split("```csharp\n")[1].Split("```\n")[0].Split('\n').Select(line => line.Length > 0 ? $"        {line}" : line);

        Assert.Contains(string.Join('\n', example), Read("source/ClientsPageTests.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_for_curl_is_answered()
    {
        await using var emulator = await StartAsync();
        var lines = Commands().Matches(Page()).Select(match => match.Value).ToArray();

        Assert.InRange(lines.Length, 4, 20);
        foreach (var line in lines)
        {
            var here = line
                .Replace("http://localhost:8080", $"{emulator.Endpoint}".TrimEnd('/'), StringComparison.Ordinal)
                .Replace("localhost:8443", emulator.SecureEndpoint.Authority, StringComparison.Ordinal)
                .Replace("127.0.0.1:8443", emulator.SecureEndpoint.Authority, StringComparison.Ordinal)
                .Replace("localhost:8080", emulator.Endpoint.Authority, StringComparison.Ordinal);
            Assert.DoesNotContain("localhost:8", here);
            var output = await ShellAsync($"export HTTPS_PROXY={emulator.Endpoint}; {here.Replace("curl ", "curl -sS --fail ", StringComparison.Ordinal)}");
            Assert.True(
                output.Contains("\"TotalCount\"", StringComparison.Ordinal) || here.Contains("-o ca.pem", StringComparison.Ordinal), $"{here}\n{output}");
        }
    }

    private static string Page() => Read("clients.md");

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(ClientsPageTests).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private async Task<EdgeZoneEmulator> StartAsync()
    {
        var emulator = await EdgeZoneEmulator.StartAsync(options => options.Https = true);
        await File.WriteAllTextAsync(Path.Combine(_directory, "ca.pem"), emulator.CertificateAuthority.ExportCertificatePem());
        return emulator;
    }

    private async Task<string> ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command])
        {
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = shell.StandardError.ReadToEndAsync();
        return await shell.StandardOutput.ReadToEndAsync() + await error;
    }

    [GeneratedRegex("^curl .*$", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
