using System.Net;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>A sandbox of the fixture is the same in memory and over a socket, in every mode of the emulator.</summary>
public class FixtureSandboxTests
{
    public static TheoryData<string, bool> Ways => new()
    {
        { "Lenient", false }, { "Lenient", true }, { "Strict", false }, { "Strict", true }, { "Off", false }, { "Off", true },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Its_client_calls_as_its_account_and_meets_nobody_elses(string mode, bool overSocket)
    {
        await using var host = await StartAsync(mode);
        await using var emulator = overSocket ? await EdgeZoneEmulator.ConnectAsync(host.Endpoint, "s3cret") : host;
        await using var sandbox = await emulator.CreateSandboxAsync(new SandboxOptions { Accounts = 2 });
        await using var other = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        using var neighbour = sandbox.CreateClient(account: 1);
        using var stranger = other.CreateClient();

        var id = await client.OrderAsync();

        var held = Assert.Single((await sandbox.HeldAsync()).Instances);
        Assert.Equal((id, sandbox.AppId), (held.Id, held.AppId));
        Assert.Equal(0, (int?)(await neighbour.CallAsync("DescribeInstances"))["TotalCount"]);
        Assert.Equal(0, (int?)(await stranger.CallAsync("DescribeInstances"))["TotalCount"]);
        Assert.Equal(
            [(sandbox.Credentials[1].AppId, "DescribeInstances"), (sandbox.AppId, "CreateInstances")],
            (await sandbox.Client.ListCallsAsync()).Calls.Select(call => (call.AppId, call.Action)));
    }

    [Fact]
    public async Task Its_credential_is_an_sdks_on_the_socket()
    {
        await using var emulator = await StartAsync("Strict");
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = new HttpClient(new Tc3SigningHandler(sandbox.SecretId, sandbox.SecretKey) { InnerHandler = new SocketsHttpHandler() })
        {
            BaseAddress = sandbox.Endpoint,
        };

        var id = await client.OrderAsync();

        Assert.Equal(id, Assert.Single((await sandbox.HeldAsync()).Instances).Id);
    }

    [Fact]
    public async Task The_signing_handler_leaves_alone_what_is_said_and_signed()
    {
        using var seen = new Recorder();
        using var client = new HttpClient(new Tc3SigningHandler("id", "key", "token", "ap-guangzhou") { InnerHandler = seen });
        using var mine = new HttpRequestMessage(HttpMethod.Post, "http://somewhere/") { Headers = { { "Authorization", "SKIP" } } };
        using var bare = new HttpRequestMessage(HttpMethod.Post, "http://somewhere/") { Headers = { { "X-TC-Region", "ap-chengdu" } } };

        await client.SendAsync(mine);
        await client.SendAsync(bare);

        Assert.Equal("SKIP", seen.Requests[0].Headers.GetValues("Authorization").Single());
        Assert.False(seen.Requests[0].Headers.Contains("X-TC-Timestamp"));
        Assert.StartsWith("TC3-HMAC-SHA256 Credential=id/", seen.Requests[1].Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
        Assert.Equal("ap-chengdu", seen.Requests[1].Headers.GetValues("X-TC-Region").Single());
        Assert.Equal("token", seen.Requests[1].Headers.GetValues("X-TC-Token").Single());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_host_its_handler_is_asked_for_the_request_ends_there(bool overSocket)
    {
        await using var host = await StartAsync("Strict");
        await using var emulator = overSocket ? await EdgeZoneEmulator.ConnectAsync(host.Endpoint, "s3cret") : host;
        await using var sandbox = await emulator.CreateSandboxAsync();

        for (var i = 0; i < 2; i++)
        {
            using var client = new HttpClient(sandbox.HttpHandler) { BaseAddress = new Uri("https://edgezone.tencentcloudapi.com") };
            Assert.Equal(6, (int?)(await client.CallAsync("DescribeZones"))["TotalCount"]);
        }
    }

    [Fact]
    public async Task It_is_gone_when_it_is_disposed_of_and_so_are_its_keys()
    {
        await using var emulator = await StartAsync("Strict");
        var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();

        // Its own clients say so themselves: as strangers they would be given a sandbox of their own where unknown keys are welcome.
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CallAsync("DescribeZones"));
        using var stranger = new HttpClient(new Tc3SigningHandler(sandbox.SecretId, sandbox.SecretKey) { InnerHandler = new SocketsHttpHandler() });
        stranger.BaseAddress = emulator.Endpoint;
        Assert.Equal("AuthFailure.SecretIdNotFound", (string?)(await stranger.CallAsync("DescribeZones"))["Error"]!["Code"]);
        var refused = await Assert.ThrowsAsync<ControlPlaneException>(() => sandbox.HeldAsync());
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Fact]
    public async Task A_fork_goes_on_with_time_and_machines_and_never_touches_its_origin()
    {
        await using var emulator = await StartAsync("Lenient");
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        var id = await client.OrderAsync();
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        await using var now = await sandbox.ForkAsync();
        await using var before = await sandbox.ForkAsync(beforeCall: 1);
        using var inNow = now.CreateClient();
        using var inBefore = before.CreateClient();

        Assert.Equal(sandbox.Clock.Now, now.TimeProvider.GetUtcNow());
        Assert.Equal(sandbox.Clock.Now.AddHours(-1), before.TimeProvider.GetUtcNow());
        Assert.Equal("running", await inNow.StatusOfAsync(id));
        Assert.Equal(0, (int?)(await inBefore.CallAsync("DescribeInstances"))["TotalCount"]);
        await now.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(sandbox.Clock.Now, (await sandbox.Clock.ReadAsync()).Now);
    }

    [Fact]
    public async Task A_snapshot_takes_it_back_and_its_time_with_it()
    {
        await using var emulator = await StartAsync("Lenient");
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        var (snapshot, began) = (await sandbox.SnapshotAsync(), sandbox.Clock.Now);
        await client.OrderAsync();
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        await sandbox.RestoreAsync(snapshot);

        Assert.Equal(began, sandbox.TimeProvider.GetUtcNow());
        Assert.Equal(0, (int?)(await client.CallAsync("DescribeInstances"))["TotalCount"]);
    }

    [Fact]
    public async Task Its_stock_is_the_tests_to_set()
    {
        await using var emulator = await StartAsync("Lenient");
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();

        await sandbox.Stock.SetFreeAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 0);

        Assert.Equal("ResourceInsufficient", (string?)(await client.CallAsync("CreateInstances", ApiClient.Order))["Error"]!["Code"]);
        Assert.Equal(0, (await sandbox.Stock.GetAsync("ap-guangzhou-1", "BMS5.MEDIUM8")).Free);
        await sandbox.Stock.SetFreeAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 9);
        Assert.Equal(1, (await sandbox.Stock.SetQuotaAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 1)).Quota);
    }

    [Fact]
    public async Task Who_connects_to_nothing_or_without_the_token_is_told_at_once()
    {
        await using var host = await StartAsync("Lenient");

        var refused = await Assert.ThrowsAsync<ControlPlaneException>(() => EdgeZoneEmulator.ConnectAsync(host.Endpoint));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        await host.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => EdgeZoneEmulator.ConnectAsync(host.Endpoint, "s3cret"));
    }

    [Fact]
    public async Task What_happens_in_it_can_be_listened_to()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        await using var events = await sandbox.Client.ListenAsync();
        using var reader = new StreamReader(events);

        await sandbox.CallAsync(ApiActions.CreateInstances, ApiClient.Order);

        string? line;
        do
        {
            line = await reader.ReadLineAsync();
            Assert.NotNull(line);
        }
        while (!line.Contains("instanceCreated", StringComparison.Ordinal));
    }

    private static Task<EdgeZoneEmulator> StartAsync(string mode) => EdgeZoneEmulator.StartAsync(options =>
    {
        options.Settings["Auth:Mode"] = mode;
        options.Settings["Control:Token"] = "s3cret";
    });

    private sealed class Recorder : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
