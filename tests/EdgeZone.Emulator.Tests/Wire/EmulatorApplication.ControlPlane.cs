using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>What is said to the control plane, over the socket.</summary>
internal sealed partial class EmulatorApplication
{
    // Below the range out of which the system serves those who ask for any port, as every other emulator of these tests does.
    private static int _lastPort = 20_000 + (Environment.ProcessId % 10_000);

    /// <summary>A port that nobody listens on and that nobody else is told.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _lastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next one may not be.
            }
        }
    }

    /// <summary>The sandbox <c>default</c>, as the control plane sees it.</summary>
    public SandboxClient Sandbox => Control.Sandbox("default");

    /// <summary>A caller with the credential that was issued for an account of a sandbox.</summary>
    public TestCaller CallerOf(CreatedSandbox sandbox, int account = 0) =>
        new(this, new ClientCredential(sandbox.Credentials[account].SecretId, sandbox.Credentials[account].SecretKey));

    public Task<JsonNode> GetAsync(string path) => OkAsync(HttpMethod.Get, path);

    public Task<JsonNode> PutAsync(string path, string body) => OkAsync(HttpMethod.Put, path, body);

    public Task<JsonNode> PostAsync(string path, string body) => OkAsync(HttpMethod.Post, path, body);

    /// <summary>Sends what is to be refused, and checks the form of the refusal.</summary>
    public async Task<JsonNode> RefusalAsync(HttpStatusCode status, HttpMethod method, string path, string? body = null, params (string, string)[] headers)
    {
        using var response = await SendAsync(method, path, body, headers);
        return await ReadProblemAsync(response, status);
    }

    public static async Task<JsonNode> ReadProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        return problem;
    }

    /// <summary>Sends a request with JSON over the socket, whatever may be answered.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // Of an answer that does not end the head is enough.
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task<JsonNode> OkAsync(HttpMethod method, string path, string? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{method} {path}: {response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
