using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>Sandboxes as things that a test makes, forks, writes down and removes.</summary>
public class SandboxCreationTests
{
    [Fact]
    public async Task A_sandbox_is_made_with_a_credential_for_each_account()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict", "Credentials:0:SecretId=someone", "Credentials:0:SecretKey=else");

        var made = await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = "mine", Accounts = 2 });

        Assert.Equal("mine", made.Name);
        Assert.Equal(2, made.Credentials.Select(credential => credential.AppId).Distinct().Count());
        var order = EmulatorApplication.Order().ToJsonString();
        (await emulator.CallerOf(made, account: 0).CallAsync("CreateInstances", order)).Succeeded();
        (await emulator.CallerOf(made, account: 1).CallAsync("CreateInstances", order)).Refused("InvalidParameterValue");
    }

    [Fact]
    public async Task A_made_sandbox_has_a_place_and_a_name_of_its_own()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        using var response = await emulator.SendAsync(HttpMethod.Post, ControlPlanePaths.Sandboxes, "{}");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var name = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["name"]!;
        Assert.Equal(ControlPlanePaths.Sandbox(name), response.Headers.Location!.ToString());
        Assert.Equal(name, (await emulator.Control.Sandbox(name).GetAsync()).Name);
    }

    [Fact]
    public async Task A_made_sandbox_tells_what_its_clock_shows_a_fork_that_of_its_origin()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var origin = await emulator.Control.CreateSandboxAsync(new SandboxOptions { Clock = new ClockStart(ClockMode.Frozen) });
        Assert.Equal((ClockMode.Frozen, 0, origin.Time), (origin.Clock.Mode, origin.Clock.Rate, origin.Clock.Now));
        var shown = await emulator.Control.Sandbox(origin.Name).ChangeClockAsync(new ClockChange { PerDescribe = TimeSpan.FromSeconds(5) });

        var fork = await emulator.Control.CreateSandboxAsync(new SandboxOptions { From = origin.Name });

        Assert.Equal(shown, fork.Clock);
        Assert.Equal(TimeSpan.FromSeconds(5), fork.Clock.PerDescribe);
    }

    [Fact]
    public async Task A_fork_goes_on_with_the_same_ids_and_touches_its_origin_no_more()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        await emulator.GivenInstancesAsync(1);
        var fork = await emulator.Sandbox.ForkAsync();

        var there = await Order(emulator, fork);
        var here = await emulator.GivenInstancesAsync(1);

        Assert.Equal(here[0], there);
        await Order(emulator, fork);
        Assert.Equal(2, (await emulator.CallAsync("DescribeInstances")).InstanceIds.Count);
        Assert.Equal(2, (await emulator.Control.Sandbox(fork.Name).GetHeldAsync()).Instances.Count);
    }

    [Fact]
    public async Task A_sandbox_goes_by_itself_when_it_expires_with_its_credentials()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict", "Credentials:0:SecretId=someone", "Credentials:0:SecretKey=else");
        var made = await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = "brief", Expires = TimeSpan.FromMinutes(30) });
        var brief = emulator.Control.Sandbox("brief");

        emulator.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(EmulatorApplication.Start.AddMinutes(30), (await brief.GetAsync()).Expires);
        emulator.Time.Advance(TimeSpan.FromMinutes(1));

        await brief.GetAsync().RefusedAsync(HttpStatusCode.NotFound);
        (await emulator.CallerOf(made).CallAsync("DescribeZones")).Refused("AuthFailure.SecretIdNotFound");
    }

    [Fact]
    public async Task A_sandbox_can_be_removed_but_the_default_one_only_reset()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = "mine" });

        using var removed = await emulator.SendAsync(HttpMethod.Delete, ControlPlanePaths.Sandbox("mine"));

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await emulator.Control.Sandbox("mine").DeleteAsync().RefusedAsync(HttpStatusCode.NotFound);
        await emulator.Sandbox.DeleteAsync().RefusedAsync(HttpStatusCode.Conflict);
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

        var problem = await emulator.RefusalAsync(status, HttpMethod.Post, ControlPlanePaths.Sandboxes, body);

        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(1, (await emulator.Control.ListSandboxesAsync()).Total);
    }

    [Fact]
    public async Task A_sandbox_that_is_reset_begins_as_it_was_asked_for()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var made = await emulator.Control.CreateSandboxAsync(new SandboxOptions
        {
            Name = "mine",
            Accounts = 2,
            Clock = new ClockStart(ClockMode.Frozen),
            Durations = new SandboxDurations { Install = TimeSpan.FromMinutes(7) },
            Expires = TimeSpan.FromMinutes(30),
        });
        var mine = emulator.Control.Sandbox("mine");
        var before = JsonNode.Parse(await mine.GetSnapshotAsync())!;
        await Order(emulator, made);

        await mine.ResetAsync();

        var after = JsonNode.Parse(await mine.GetSnapshotAsync())!;
        Assert.All(["accounts", "options", "instances", "number"], member => Assert.True(JsonNode.DeepEquals(before[member], after[member]), member));
        Assert.NotNull((await mine.GetAsync()).Expires);
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

        Assert.Equal(4, (int)JsonNode.Parse(await emulator.Sandbox.GetSnapshotAsync())!["number"]!);
    }

    [Fact]
    public async Task A_snapshot_brings_a_sandbox_back()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        var kept = await emulator.GivenInstancesAsync(2);
        var snapshot = await emulator.Sandbox.GetSnapshotAsync();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{kept[0]}}"]}""")).Succeeded();

        using var restored = await emulator.SendAsync(HttpMethod.Put, ControlPlanePaths.Snapshot("default"), snapshot);

        Assert.Equal(HttpStatusCode.NoContent, restored.StatusCode);
        Assert.Equal(kept.Order(), (await emulator.CallAsync("DescribeInstances")).InstanceIds.Order());
        Assert.Empty((await emulator.Sandbox.GetHeldAsync()).Instances);
    }

    [Fact]
    public async Task A_bad_snapshot_is_refused_by_its_place_and_leaves_the_sandbox_as_it_was()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        await emulator.GivenInstancesAsync(1);
        var snapshot = await emulator.Sandbox.GetSnapshotAsync();
        var spoilt = JsonNode.Parse(snapshot)!;
        spoilt["instances"]![0]!["zone"] = "nowhere";

        var refusal = await emulator.Sandbox.RestoreAsync(spoilt.ToJsonString()).RefusedAsync(HttpStatusCode.BadRequest);

        Assert.Equal("instances[0].zone", refusal.Field);
        Assert.Equal(snapshot, await emulator.Sandbox.GetSnapshotAsync());
    }

    [Fact]
    public async Task What_is_taken_is_held_until_it_is_given_back()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        var fresh = await emulator.GetAsync(ControlPlanePaths.Held("default"));
        Assert.All(["instances", "publicIps", "privateNetworks", "publicNetworks", "pending"], list => Assert.Empty(fresh[list]!.AsArray()));

        var instance = Assert.Single(await emulator.GivenInstancesAsync(1));
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        var held = await emulator.Sandbox.GetHeldAsync();

        Assert.Equal(instance, Assert.Single(held.Instances).Id);
        Assert.Equal(ip, Assert.Single(held.PublicIps).Ip);
        Assert.Equal(network, Assert.Single(held.PublicNetworks).Id);
        Assert.Equal("assignAddresses", held.Pending[0].Step);
        Assert.Equal(instance, (await emulator.Sandbox.GetTimersAsync()).Timers[0].InstanceId);

        emulator.FinishWork();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{instance}}"]}""")).Succeeded();
        emulator.FinishWork();
        (await emulator.CallAsync("ReleasePublicIp", $$"""{"NetworkInstanceId":"{{network}}","Type":"ipv4","IpList":["{{ip}}"]}""")).Succeeded();
        (await emulator.CallAsync("DeletePublicNetworkInstance", $$"""{"NetworkInstanceId":"{{network}}"}""")).Succeeded();
        var after = await emulator.GetAsync(ControlPlanePaths.Held("default"));
        Assert.All(["instances", "publicIps", "privateNetworks", "publicNetworks", "pending"], list => Assert.Empty(after[list]!.AsArray()));
    }

    private static async Task<string> Order(EmulatorApplication emulator, CreatedSandbox sandbox) =>
        Assert.Single((await emulator.CallerOf(sandbox).CallAsync("CreateInstances", EmulatorApplication.Order().ToJsonString())).Succeeded().InstanceIds);
}
