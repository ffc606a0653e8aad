using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>A fresh emulator whose time passes only when the test says so, and the words to speak with it.</summary>
internal sealed class EmulatorApplication : IAsyncDisposable
{
    public const string Guangzhou1 = "ap-guangzhou-1";
    public const string Medium = "BMS5.MEDIUM8";

    public static readonly DateTimeOffset Start = new(2026, 1, 13, 10, 0, 0, TimeSpan.Zero);

    private readonly EdgeZoneEmulator _emulator;
    private readonly HttpClient _memory;

    private EmulatorApplication(EdgeZoneEmulator emulator, FakeTimeProvider time)
    {
        (_emulator, Time) = (emulator, time);
        _memory = emulator.CreateClient();
    }

    public FakeTimeProvider Time { get; }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => _emulator.Endpoint;

    public static async Task<EmulatorApplication> StartAsync(params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var emulator = await EdgeZoneEmulator.StartAsync(options =>
        {
            options.TimeProvider = time;
            foreach (var (name, value) in settings)
            {
                options.Settings[name] = value;
            }
        });
        return new EmulatorApplication(emulator, time);
    }

    /// <summary>The order of the documented example, of one machine.</summary>
    public static JsonObject Order(string type = Medium, int? count = null, string name = "my-epm-instance")
    {
        var order = new JsonObject
        {
            ["Zone"] = Guangzhou1,
            ["InstanceType"] = type,
            ["InstanceName"] = name,
            ["PrivateNetworkId"] = "net-private-001",
            ["PublicNetworkId"] = "net-public-001",
        };
        if (count is { } number)
        {
            order["InstanceCount"] = number;
        }

        return order;
    }

    /// <summary>The engine behind a sandbox.</summary>
    public EdgeCloud Cloud(string sandbox = "default") => _emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate(sandbox).Cloud;

    /// <summary>A client over the socket that signs what it sends.</summary>
    public HttpClient CreateClient(ClientCredential credential) =>
        new(new SigningHandler(credential, Time, new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None })) { BaseAddress = Endpoint };

    /// <summary>A call signed by the built-in credential.</summary>
    public Task<Answer> CallAsync(string action, JsonObject? parameters = null) => SendAsync(new Tc3Call(action, (parameters ?? []).ToJsonString()));

    public Task<Answer> SendAsync(Tc3Call call) => SendAsync(call.Build(_memory.BaseAddress!, Time.GetUtcNow()));

    public Task<Answer> SendAsync(V1Call call) => SendAsync(call.Build(_memory.BaseAddress!, Time.GetUtcNow()));

    /// <summary>Sends a request as it stands, in memory.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _memory.SendAsync(request);
            return await Answer.FromAsync(response);
        }
    }

    /// <summary>An unsigned call as a newcomer types it.</summary>
    public Task<Answer> SendUnsignedAsync(string action, string body = "{}", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Add("X-TC-Action", action);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public ValueTask DisposeAsync()
    {
        _memory.Dispose();
        return _emulator.DisposeAsync();
    }
}
