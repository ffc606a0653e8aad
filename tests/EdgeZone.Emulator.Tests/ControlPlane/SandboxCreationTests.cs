using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>Sandboxes as things that a test makes, forks, writes down and removes.</summary>
public class SandboxCreationTests
{
    private const string Sandboxes = "/_emulator/sandboxes";

    [Fact]
    public async Task A_sandbox_is_made_with_a_credential_for_each_account()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict", "Credentials:0:SecretId=someone", "Credentials:0:SecretKey=else");

        var made = await Make(emulator, """{"name":"mine","accounts":2}""");

        Assert.Equal("mine", (string?)made["name"]);
        var ids = new List<string?>();
        foreach (var credential in made["credentials"]!.AsArray())
        {
            var call = new Tc3Call("CreateInstances", EmulatorApplication.Order().ToJsonString())
            {
                Credential = new((string)credential!["secretId"]!, (string)credential["secretKey"]!),
            };
            ids.Add((await emulator.SendAsync(call)).Code);
        }

        Assert.Equal([null, "InvalidParameterValue"], ids);
        Assert.Equal(2, made["credentials"]!.AsArray().Select(credential => (long)credential!["appId"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_made_sandbox_has_a_place_and_a_name_of_its_own()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        using var response = await emulator.SendAsync(HttpMethod.Post, Sandboxes, "{}");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var name = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["name"]!;
        Assert.Equal($"{Sandboxes}/{name}", response.Headers.Location!.ToString());
        Assert.Equal(name, (string?)(await emulator.GetAsync($"{Sandboxes}/{name}"))["name"]);
    }

    [Fact]
    public async Task A_fork_goes_on_with_the_same_ids_and_touches_its_origin_no_more()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        await emulator.GivenInstancesAsync(1);
        var fork = await Make(emulator, """{"name":"fork","from":"default"}""");

        var there = await Order(emulator, fork);
        var here = await emulator.GivenInstancesAsync(1);

        Assert.Equal(here[0], there);
        await Order(emulator, fork);
        Assert.Equal(2, (await emulator.CallAsync("DescribeInstances")).InstanceIds.Count);
        Assert.Equal(2, (await emulator.GetAsync($"{Sandboxes}/fork/held"))["instances"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_sandbox_goes_by_itself_when_it_expires_with_its_credentials()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict", "Credentials:0:SecretId=someone", "Credentials:0:SecretKey=else");
        var made = await Make(emulator, """{"name":"brief","expires":"00:30:00"}""");

        emulator.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("brief", (string?)(await emulator.GetAsync($"{Sandboxes}/brief"))["name"]);
        emulator.Time.Advance(TimeSpan.FromMinutes(1));

        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"{Sandboxes}/brief");
        var credential = made["credentials"]![0]!;
        var call = new Tc3Call("DescribeZones") { Credential = new((string)credential["secretId"]!, (string)credential["secretKey"]!) };
        (await emulator.SendAsync(call)).Refused("AuthFailure.SecretIdNotFound");
    }

    [Fact]
    public async Task A_sandbox_can_be_removed_but_the_default_one_only_reset()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await Make(emulator, """{"name":"mine"}""");

        using var removed = await emulator.SendAsync(HttpMethod.Delete, $"{Sandboxes}/mine");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Delete, $"{Sandboxes}/mine");
        await emulator.RefusalAsync(HttpStatusCode.Conflict, HttpMethod.Delete, $"{Sandboxes}/default");
    }

    [Theory]
    [InlineData("""{"name":"default"}""", HttpStatusCode.Conflict, "name")]
    [InlineData("""{"name":"a/b"}""", HttpStatusCode.BadRequest, "name")]
    [InlineData("""{"name":5}""", HttpStatusCode.BadRequest, "name")]
    [InlineData("""{"from":"nobody"}""", HttpStatusCode.NotFound, "from")]
    [InlineData("""{"from":"default","chance":3}""", HttpStatusCode.BadRequest, "chance")]
    [InlineData("""{"from":"default","accounts":3}""", HttpStatusCode.BadRequest, "accounts")]
    [InlineData("""{"accounts":0}""", HttpStatusCode.BadRequest, "accounts")]
    [InlineData("""{"accounts":17}""", HttpStatusCode.BadRequest, "accounts")]
    [InlineData("""{"clock":{}}""", HttpStatusCode.BadRequest, "clock.mode")]
    [InlineData("""{"clock":{"mode":"slow"}}""", HttpStatusCode.BadRequest, "clock.mode")]
    [InlineData("""{"clock":{"mode":"scaled"}}""", HttpStatusCode.BadRequest, "rate")]
    [InlineData("""{"durations":{"profile":"slow"}}""", HttpStatusCode.BadRequest, "durations.profile")]
    [InlineData("""{"durations":{"wipe":"5"}}""", HttpStatusCode.BadRequest, "durations.wipe")]
    [InlineData("""{"expires":"00:00:00"}""", HttpStatusCode.BadRequest, "expires")]
    [InlineData("""{"colour":"red"}""", HttpStatusCode.BadRequest, "colour")]
    public async Task What_is_wrong_is_named_and_nothing_is_made(string body, HttpStatusCode status, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var problem = await emulator.RefusalAsync(status, HttpMethod.Post, Sandboxes, body);

        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(1, (int)(await emulator.GetAsync(Sandboxes))["total"]!);
    }

    [Fact]
    public async Task A_sandbox_that_is_reset_begins_as_it_was_asked_for()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var made = await Make(emulator, """{"name":"mine","accounts":2,"clock":{"mode":"frozen"},"durations":{"install":"00:07:00"},"expires":"00:30:00"}""");
        var before = await emulator.GetAsync($"{Sandboxes}/mine/snapshot");
        await Order(emulator, made);

        using var reset = await emulator.SendAsync(HttpMethod.Post, $"{Sandboxes}/mine/reset");

        var after = await emulator.GetAsync($"{Sandboxes}/mine/snapshot");
        Assert.All(["accounts", "options", "instances", "number"], member => Assert.True(JsonNode.DeepEquals(before[member], after[member]), member));
        Assert.NotNull((await emulator.GetAsync($"{Sandboxes}/mine"))["expires"]);
        Assert.NotEmpty(await Order(emulator, made));
    }

    [Fact]
    public async Task A_call_has_one_number_whatever_comes_of_it()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstancesAsync(1);
        (await emulator.CallAsync("DescribeInstances")).Succeeded();
        (await emulator.CallAsync("DeletePrivateNetworkInstance", """{"NetworkInstanceId":"none"}""")).Refused("ResourceNotFound.PrivateInstanceNotFound");
        (await emulator.CallAsync("DescribeInstances", """{"Colour":1}""")).Refused("UnknownParameter");

        Assert.Equal(4, (int)(await emulator.GetAsync($"{Sandboxes}/default/snapshot"))["number"]!);
    }

    [Fact]
    public async Task A_snapshot_brings_a_sandbox_back()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        var kept = await emulator.GivenInstancesAsync(2);
        var snapshot = (await emulator.GetAsync($"{Sandboxes}/default/snapshot")).ToJsonString();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{kept[0]}}"]}""")).Succeeded();

        using var restored = await emulator.SendAsync(HttpMethod.Put, $"{Sandboxes}/default/snapshot", snapshot);

        Assert.Equal(HttpStatusCode.NoContent, restored.StatusCode);
        Assert.Equal(kept.Order(), (await emulator.CallAsync("DescribeInstances")).InstanceIds.Order());
        Assert.Empty((await emulator.GetAsync($"{Sandboxes}/default/held"))["instances"]!.AsArray());
    }

    [Fact]
    public async Task A_bad_snapshot_is_refused_by_its_place_and_leaves_the_sandbox_as_it_was()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        await emulator.GivenInstancesAsync(1);
        var snapshot = await emulator.GetAsync($"{Sandboxes}/default/snapshot");
        var spoilt = snapshot.DeepClone();
        spoilt["instances"]![0]!["zone"] = "nowhere";

        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Put, $"{Sandboxes}/default/snapshot", spoilt.ToJsonString());

        Assert.Equal("instances[0].zone", (string?)problem["field"]);
        Assert.True(JsonNode.DeepEquals(snapshot, await emulator.GetAsync($"{Sandboxes}/default/snapshot")));
    }

    [Fact]
    public async Task What_is_taken_is_held_until_it_is_given_back()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        var fresh = await emulator.GetAsync($"{Sandboxes}/default/held");
        Assert.All(["instances", "publicIps", "privateNetworks", "publicNetworks", "pending"], list => Assert.Empty(fresh[list]!.AsArray()));

        var instance = Assert.Single(await emulator.GivenInstancesAsync(1));
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        var held = await emulator.GetAsync($"{Sandboxes}/default/held");

        Assert.Equal(instance, (string?)held["instances"]![0]!["id"]);
        Assert.Equal(ip, (string?)held["publicIps"]![0]!["ip"]);
        Assert.Equal(network, (string?)held["publicNetworks"]![0]!["id"]);
        Assert.Equal("assignAddresses", (string?)held["pending"]![0]!["step"]);
        Assert.Equal(instance, (string?)(await emulator.GetAsync($"{Sandboxes}/default/timers"))["timers"]![0]!["instanceId"]);

        emulator.FinishWork();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{instance}}"]}""")).Succeeded();
        emulator.FinishWork();
        (await emulator.CallAsync("ReleasePublicIp", $$"""{"NetworkInstanceId":"{{network}}","Type":"ipv4","IpList":["{{ip}}"]}""")).Succeeded();
        (await emulator.CallAsync("DeletePublicNetworkInstance", $$"""{"NetworkInstanceId":"{{network}}"}""")).Succeeded();
        var after = await emulator.GetAsync($"{Sandboxes}/default/held");
        Assert.All(["instances", "publicIps", "privateNetworks", "publicNetworks", "pending"], list => Assert.Empty(after[list]!.AsArray()));
    }

    private static async Task<JsonNode> Make(EmulatorApplication emulator, string body)
    {
        using var response = await emulator.SendAsync(HttpMethod.Post, Sandboxes, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<string> Order(EmulatorApplication emulator, JsonNode sandbox)
    {
        var credential = sandbox["credentials"]![0]!;
        var call = new Tc3Call("CreateInstances", EmulatorApplication.Order().ToJsonString())
        {
            Credential = new((string)credential["secretId"]!, (string)credential["secretKey"]!),
        };
        return Assert.Single((await emulator.SendAsync(call)).Succeeded().Texts("InstanceIdSet"));
    }
}
