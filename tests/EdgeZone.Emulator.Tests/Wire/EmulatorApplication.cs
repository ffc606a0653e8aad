using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>
/// A fresh emulator on a free port, whose time passes only when the test says so, and the words to speak with it. Two accounts share its
/// sandbox <c>default</c>: Alice's owns the seeded networks, signs with the built-in credential and is meant where nobody is named.
/// </summary>
internal sealed partial class EmulatorApplication : IAsyncDisposable
{
    /// <summary>The time at which every emulator of a test starts.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 13, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Accounts =
    [
        "Credentials:0:SecretId=emulator",
        "Credentials:0:SecretKey=emulator",
        "Credentials:0:Sandbox=default",
        $"Credentials:0:AppId={SandboxFactory.DefaultAppId}",
        "Credentials:1:SecretId=bob",
        "Credentials:1:SecretKey=bob",
        "Credentials:1:Sandbox=default",
        $"Credentials:1:AppId={SandboxFactory.DefaultAppId + 1}",
    ];

    private readonly EdgeZoneEmulator _emulator;
    private readonly HttpClient _memory;

    private EmulatorApplication(EdgeZoneEmulator emulator, FakeTimeProvider time)
    {
        (_emulator, Time) = (emulator, time);
        _memory = emulator.CreateClient();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = emulator.Endpoint };
        Control = new ControlPlaneClient(Client);
        Alice = new TestCaller(this, ClientCredential.BuiltIn);
        Bob = new TestCaller(this, ClientCredential.Bob);
    }

    public FakeTimeProvider Time { get; }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => _emulator.Endpoint;

    public IServiceProvider Services => _emulator.Services;

    /// <summary>Reaches it over the socket and follows nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>Speaks to the control plane, over the socket.</summary>
    public ControlPlaneClient Control { get; }

    public TestCaller Alice { get; }

    public TestCaller Bob { get; }

    /// <summary>Starts one with settings as they stand on a command line, <c>Auth:Mode=Strict</c>.</summary>
    public static async Task<EmulatorApplication> StartAsync(params string[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var emulator = await EdgeZoneEmulator.StartAsync(options =>
        {
            options.TimeProvider = time;
            foreach (var setting in settings.Any(setting => setting.StartsWith("Credentials:", StringComparison.Ordinal))
                ? settings
                : [.. Accounts, .. settings])
            {
                var (name, value) = setting.Split('=', 2) is [var left, var right] ? (left, right) : throw new ArgumentException(setting);
                options.Settings[name] = value;
            }
        });
        return new EmulatorApplication(emulator, time);
    }

    /// <summary>Starts one with a changed copy of the built-in seed.</summary>
    public static async Task<EmulatorApplication> StartAsync(Action<JsonNode>? seed, params string[] settings)
    {
        if (seed is null)
        {
            return await StartAsync(settings);
        }

        using var stream = typeof(EmulatorHost).Assembly.GetManifestResourceStream("seed/default.json")!;
        var world = JsonNode.Parse(stream)!;
        seed(world);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(path, world.ToJsonString());
            return await StartAsync([.. settings, $"Seed={path}"]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The order of the documented example, of one machine.</summary>
    public static JsonObject Order(string type = Seeded.Medium, int? count = null, string name = "my-epm-instance")
    {
        var order = new JsonObject
        {
            ["Zone"] = Seeded.Zone,
            ["InstanceType"] = type,
            ["InstanceName"] = name,
            ["PrivateNetworkId"] = Seeded.PrivateNetwork,
            ["PublicNetworkId"] = Seeded.PublicNetwork,
        };
        if (count is { } number)
        {
            order["InstanceCount"] = number;
        }

        return order;
    }

    /// <summary>The engine behind a sandbox.</summary>
    public EdgeCloud Cloud(string sandbox = "default") => Services.GetRequiredService<SandboxRegistry>().GetOrCreate(sandbox).Cloud;

    /// <summary>Lets all work under way end.</summary>
    public void FinishWork() => Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default").Execute(new AdvanceClock(AdvanceTarget.UntilIdle));

    /// <summary>A client over the socket that signs what it sends.</summary>
    public HttpClient CreateClient(ClientCredential credential) =>
        new(new SigningHandler(credential, Time, new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })) { BaseAddress = Endpoint };

    /// <summary>A call signed by the built-in credential.</summary>
    public Task<Answer> CallAsync(string action, JsonObject? parameters = null) => CallAsync(action, (parameters ?? []).ToJsonString());

    /// <summary>A call signed by the built-in credential, its JSON as it stands.</summary>
    public Task<Answer> CallAsync(string action, string body) => Alice.CallAsync(action, body);

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

    /// <summary>The same, as it is answered.</summary>
    public Task<HttpResponseMessage> SendInMemoryAsync(HttpRequestMessage request) => _memory.SendAsync(request);

    /// <summary>An unsigned call as it is typed by hand.</summary>
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
        Client.Dispose();
        _memory.Dispose();
        return _emulator.DisposeAsync();
    }
}
