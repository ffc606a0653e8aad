using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Tests.Callers;

/// <summary>
/// A running emulator on a free port, with one sandbox of two accounts and a clock that stands until it is moved. Alice, the first
/// account, owns the seeded networks and calls unsigned; Bob signs.
/// </summary>
internal sealed class TestEmulator : IAsyncDisposable
{
    public const string Zone = "ap-guangzhou-1";
    public const string OtherZone = "ap-guangzhou-2";
    public const string ZoneWithoutAddressQuota = "ap-chengdu-tez-cd-1";
    public const string ZoneWithLargeAddressQuota = "ap-singapore-tez-shouer-1";
    public const string ClosedZone = "ap-beijing-tez-changchun-1";
    public const string PrivateNetwork = "net-private-001";
    public const string PublicNetwork = "net-public-001";
    private const long AliceId = 1_300_000_001;
    private const string Alices = "alice";
    private const string Bobs = "bob";

    private readonly EdgeZoneEmulator _emulator;
    private readonly HttpClient _http;
    private readonly FakeTimeProvider _time;

    private TestEmulator(EdgeZoneEmulator emulator, FakeTimeProvider time)
    {
        (_emulator, _time) = (emulator, time);
        _http = new HttpClient { BaseAddress = emulator.Endpoint };
        Alice = new TestCaller(_http, time);
        Bob = new TestCaller(_http, time, Bobs);
    }

    /// <summary>The time at which every emulator of a test starts.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 4, 27, 10, 0, 0, TimeSpan.Zero);

    public TestCaller Alice { get; }

    public TestCaller Bob { get; }

    /// <summary>Alice's and Bob's sandbox.</summary>
    public EdgeCloud Cloud => _emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default").Cloud;

    /// <summary>Starts one.</summary>
    /// <param name="edition">The edition's name.</param>
    /// <param name="durations">How long work takes: <c>Instant</c>, or <c>Fast</c> for a test that looks at work under way.</param>
    /// <param name="seed">Changes a copy of the built-in world's file.</param>
    public static async Task<TestEmulator> StartAsync(string edition = "International", string durations = "Instant", Action<JsonNode>? seed = null)
    {
        var time = new FakeTimeProvider(Start);
        var seedFile = seed is null ? null : WriteSeed(seed);
        try
        {
            var emulator = await EdgeZoneEmulator.StartAsync(options =>
            {
                options.TimeProvider = time;
                options.Settings["Api:Edition"] = edition;
                options.Settings["Durations:Profile"] = durations;
                options.Settings["Seed"] = seedFile;
                foreach (var (i, secretId) in new[] { Alices, Bobs }.Index())
                {
                    options.Settings[$"Credentials:{i}:SecretId"] = secretId;
                    options.Settings[$"Credentials:{i}:SecretKey"] = secretId;
                    options.Settings[$"Credentials:{i}:AppId"] = $"{AliceId + i}";
                    options.Settings[$"Credentials:{i}:Sandbox"] = "default";
                }
            });
            return new TestEmulator(emulator, time);
        }
        finally
        {
            if (seedFile is not null)
            {
                File.Delete(seedFile);
            }
        }
    }

    /// <summary>A call of Alice's.</summary>
    public Task<Answer> CallAsync(string action, string body = "{}") => Alice.CallAsync(action, body);

    /// <summary>Lets time pass inside and outside.</summary>
    public void Pass(TimeSpan span) => _time.Advance(span);

    /// <summary>Lets all work under way end.</summary>
    public void FinishWork() => Cloud.Advance(AdvanceTarget.UntilIdle);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    private static string WriteSeed(Action<JsonNode> change)
    {
        using var stream = typeof(EmulatorHost).Assembly.GetManifestResourceStream("seed/default.json")!;
        var world = JsonNode.Parse(stream)!;
        change(world);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, world.ToJsonString());
        return path;
    }
}
