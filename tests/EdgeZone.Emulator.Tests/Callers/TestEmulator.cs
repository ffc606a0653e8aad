using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Sandboxes;
using Microsoft.AspNetCore.Builder;
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
    private const string Bobs = "bob";

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly FakeTimeProvider _time;

    private TestEmulator(WebApplication app, FakeTimeProvider time)
    {
        (_app, _time) = (app, time);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Alice = new TestCaller(_http, time);
        Bob = new TestCaller(_http, time, Bobs);
    }

    /// <summary>The time at which every emulator of a test starts.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 4, 27, 10, 0, 0, TimeSpan.Zero);

    public TestCaller Alice { get; }

    public TestCaller Bob { get; }

    /// <summary>Alice's and Bob's sandbox.</summary>
    public EdgeCloud Cloud => _app.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default").Cloud;

    /// <summary>Starts one.</summary>
    /// <param name="edition">The edition's name.</param>
    /// <param name="durations">How long work takes: <c>Instant</c>, or <c>Fast</c> for a test that looks at work under way.</param>
    /// <param name="seed">What differs from the built-in world.</param>
    public static async Task<TestEmulator> StartAsync(
        string edition = "International", string durations = "Instant", Func<WorldSeed, WorldSeed>? seed = null)
    {
        var time = new FakeTimeProvider(Start);
        var app = EmulatorHost.Create(
            [
                "--urls=http://127.0.0.1:0",
                $"--Emulator:Api:Edition={edition}",
                $"--Emulator:Durations:Profile={durations}",
                "--Emulator:RateLimit:Enabled=false",
                "--Emulator:Logging:Level=Error",
                "--Emulator:Credentials:0:SecretId=alice",
                "--Emulator:Credentials:0:SecretKey=alice",
                $"--Emulator:Credentials:0:AppId={AliceId}",
                "--Emulator:Credentials:0:Sandbox=default",
                $"--Emulator:Credentials:1:SecretId={Bobs}",
                $"--Emulator:Credentials:1:SecretKey={Bobs}",
                $"--Emulator:Credentials:1:AppId={AliceId + 1}",
                "--Emulator:Credentials:1:Sandbox=default",
            ],
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(time);
                if (seed is not null)
                    builder.Services.AddSingleton(seed(Seed.SeedLoader.Load(path: null)));
            });
        await app.StartAsync();
        return new TestEmulator(app, time);
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
        await _app.DisposeAsync();
    }
}
