using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>An emulator on a port of its own, and the few requests that its control plane is tried with.</summary>
internal sealed class ControlledEmulator : IAsyncDisposable
{
    public const string FirstOrder =
        """{"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"first","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}""";

    private ControlledEmulator(WebApplication app)
    {
        App = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public static async Task<ControlledEmulator> StartAsync(params string[] settings)
    {
        var app = Create(settings);
        await app.StartAsync();
        return new ControlledEmulator(app);
    }

    public static WebApplication Create(params string[] settings) => EmulatorHost.Create(
    [
        "--urls=http://127.0.0.1:0",
        "--Emulator:Logging:Level=Error",
        "--Emulator:RateLimit:Enabled=false",
        .. settings.Select(setting => $"--Emulator:{setting}"),
    ]);

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

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

        return await Client.SendAsync(request);
    }

    public Task<JsonNode> GetAsync(string path) => OkAsync(HttpMethod.Get, path);

    public Task<JsonNode> PutAsync(string path, string body) => OkAsync(HttpMethod.Put, path, body);

    public Task<JsonNode> PostAsync(string path, string body) => OkAsync(HttpMethod.Post, path, body);

    /// <summary>An unsigned call of the API.</summary>
    public async Task<JsonNode> CallAsync(string action, string body)
    {
        using var response = await SendAsync(HttpMethod.Post, "/", body, ("X-TC-Action", action));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!;
    }

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

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private async Task<JsonNode> OkAsync(HttpMethod method, string path, string? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{method} {path}: {response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
