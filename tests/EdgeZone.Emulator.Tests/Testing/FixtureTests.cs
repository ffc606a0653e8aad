using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>What a user of the fixture package relies on.</summary>
public class FixtureTests
{
    private const int ManyHosts = 300;

    [Fact]
    public async Task One_world_behind_a_socket_and_in_memory()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var memory = emulator.CreateClient();
        using var socket = new HttpClient { BaseAddress = emulator.Endpoint };

        var id = (string)(await Call(memory, "CreateInstances", Order()))["InstanceIdSet"]![0]!;
        var found = await Call(socket, "DescribeInstances", new JsonObject { ["InstanceIds"] = new JsonArray(id) });

        Assert.Equal("127.0.0.1", emulator.Endpoint.Host);
        Assert.Equal(Uri.UriSchemeHttp, emulator.Endpoint.Scheme);
        Assert.Equal(id, (string?)found["InstanceSet"]![0]!["InstanceId"]);
        Assert.Equal("running", (string?)found["InstanceSet"]![0]!["InstanceStatus"]);
    }

    [Fact]
    public async Task Two_emulators_do_not_meet()
    {
        await using var one = await EdgeZoneEmulator.StartAsync();
        await using var other = await EdgeZoneEmulator.StartAsync();
        await Call(one.CreateClient(), "CreateInstances", Order());

        Assert.Equal(1, (int?)(await Call(one.CreateClient(), "DescribeInstances", []))["TotalCount"]);
        Assert.Equal(0, (int?)(await Call(other.CreateClient(), "DescribeInstances", []))["TotalCount"]);
    }

    [Fact]
    public async Task The_rate_limit_is_off()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = emulator.CreateClient();

        for (var i = 0; i < 50; i++)
        {
            Assert.NotNull((await Call(client, "DescribeZones", []))["ZoneSet"]);
        }
    }

    [Fact]
    public async Task Settings_and_conveniences_are_one_thing()
    {
        EdgeZoneEmulatorOptions? seen = null;
        await using var emulator = await EdgeZoneEmulator.StartAsync(options =>
        {
            seen = options;
            options.Edition = EmulatorEdition.Mainland;
            options.Settings["Durations:Profile"] = "Realistic";
        });

        Assert.Equal("Mainland", seen!.Settings["Api:Edition"]);
        Assert.Equal(EmulatorDurations.Realistic, seen.Durations);
        var order = Order();
        order.Remove("InstanceName");
        await Call(emulator.CreateClient(), "CreateInstances", order);
        var instance = (await Call(emulator.CreateClient(), "DescribeInstances", []))["InstanceSet"]![0]!;
        Assert.Equal("allocating", (string?)instance["InstanceStatus"]);
    }

    [Fact]
    public async Task Frozen_time_stands_where_the_test_put_it()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.FrozenAt = new DateTimeOffset(2026, 1, 13, 10, 0, 0, TimeSpan.Zero));
        using var client = emulator.CreateClient();

        await Call(client, "CreateInstances", Order());

        var instance = (await Call(client, "DescribeInstances", []))["InstanceSet"]![0]!;
        Assert.Equal("2026-01-13T10:00:00Z", (string?)instance["CreatedTime"]);
    }

    [Fact]
    public async Task A_bad_setting_fails_the_start_and_is_named()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => EdgeZoneEmulator.StartAsync(options => options.Settings["RateLimit:PerSecond"] = "0"));

        Assert.Contains("Emulator:RateLimit:PerSecond", refusal.Message);
    }

    [Fact]
    public async Task A_derived_factory_changes_what_it_wants()
    {
        await using var factory = new StrictFactory();
        using var client = factory.CreateClient();

        var answer = await Call(client, "DescribeZones", []);

        Assert.Equal("InvalidParameter", (string?)answer["Error"]!["Code"]);
    }

    [Fact]
    public async Task Hundreds_live_at_once()
    {
        var emulators = new List<EdgeZoneEmulator>();
        try
        {
            for (var i = 0; i < ManyHosts; i++)
            {
                emulators.Add(await EdgeZoneEmulator.StartAsync());
            }

            Assert.Equal(ManyHosts, emulators.Select(emulator => emulator.Endpoint.Port).Distinct().Count());
            foreach (var emulator in emulators)
            {
                using var client = new HttpClient { BaseAddress = emulator.Endpoint };
                Assert.Equal("ok", (await new ControlPlaneClient(client).GetHealthAsync()).Status);
            }
        }
        finally
        {
            foreach (var emulator in emulators)
            {
                await emulator.DisposeAsync();
            }
        }
    }

    private static JsonObject Order() => new()
    {
        ["Zone"] = "ap-guangzhou-1",
        ["InstanceType"] = "BMS5.MEDIUM8",
        ["InstanceName"] = "web",
        ["PrivateNetworkId"] = "net-private-001",
        ["PublicNetworkId"] = "net-public-001",
    };

    private static async Task<JsonNode> Call(HttpClient client, string action, JsonObject parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(parameters.ToJsonString()) };
        request.Headers.Add("X-TC-Action", action);
        using var response = await client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!;
    }

    private sealed class StrictFactory : EdgeZoneEmulatorFactory
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Emulator:Auth:Mode", "Strict");
        }
    }
}
