using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Storage;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Keeping;

/// <summary>Sandboxes that outlive the process.</summary>
public class KeepingTests
{
    private const string Sandboxes = "/_emulator/sandboxes";

    [Fact]
    public async Task A_world_goes_on_in_the_next_process_as_if_nothing_had_happened()
    {
        using var directory = new TestDirectory();
        string before;
        IReadOnlyList<string> expected;
        await using (var emulator = await StartAsync(directory, "Clock:Mode=Frozen"))
        {
            await emulator.GivenInstancesAsync(3);
            await emulator.PostAsync($"{Sandboxes}/default/clock/advance", """{"by":"00:00:01.5"}""");
            await emulator.PutAsync($"{Sandboxes}/default/zones/ap-guangzhou-1/types/BMS5.MEDIUM8", """{"free":7}""");
            await emulator.CallAsync("DescribeInstances");
            before = await WorldOf(emulator);
            using var fork = await emulator.SendAsync(HttpMethod.Post, Sandboxes, """{"name":"ahead","from":"default"}""");
            expected = await OrderAsync(emulator, JsonNode.Parse(await fork.Content.ReadAsStringAsync())!);
        }

        await using var next = await StartAsync(directory, "Clock:Mode=Frozen");

        Assert.Equal(before, await WorldOf(next));
        Assert.Equal(expected, (await next.CallAsync("CreateInstances", EmulatorApplication.Order())).InstanceIds);
        Assert.Equal(4, (await next.GetAsync($"{Sandboxes}/default/held"))["instances"]!.AsArray().Count);
    }

    [Fact]
    public async Task No_request_id_is_given_twice()
    {
        using var directory = new TestDirectory();
        var ids = new List<string>();
        for (var process = 0; process < 3; process++)
        {
            await using var emulator = await StartAsync(directory);
            ids.Add((string)(await emulator.CallAsync("CreateInstances", EmulatorApplication.Order()))["RequestId"]!);
            ids.Add((string)(await emulator.CallAsync("DescribeInstances"))["RequestId"]!);
        }

        Assert.Equal(6, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_a_sandbox_was_made_with_is_kept_its_keys_and_its_end_included()
    {
        using var directory = new TestDirectory();
        JsonNode made;
        await using (var emulator = await StartAsync(directory, Strict))
        {
            made = await MakeAsync(emulator, """{"name":"mine","edition":"mainland","rateLimit":{"enabled":true,"perSecond":1},"expires":"00:30:00"}""");
        }

        await using var next = await StartAsync(directory, Strict);
        var caller = new TestCaller(next, Credential(made));

        (await caller.CallAsync("DescribeZones", """{"FilterByAppId":true}""")).Succeeded();
        (await caller.CallAsync("DescribeZones")).Refused("RequestLimitExceeded");
        next.Time.Advance(TimeSpan.FromMinutes(30));
        await next.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"{Sandboxes}/mine");
    }

    [Fact]
    public async Task What_was_removed_or_reset_does_not_come_back()
    {
        using var directory = new TestDirectory();
        await using (var emulator = await StartAsync(directory))
        {
            await MakeAsync(emulator, """{"name":"gone"}""");
            using var removed = await emulator.SendAsync(HttpMethod.Delete, $"{Sandboxes}/gone");
            await emulator.GivenInstancesAsync(2);
            using var reset = await emulator.SendAsync(HttpMethod.Post, $"{Sandboxes}/default/reset");
            await emulator.GivenInstancesAsync(1);
        }

        await using var next = await StartAsync(directory);

        Assert.Equal(1, (int)(await next.CallAsync("DescribeInstances"))["TotalCount"]!);
        Assert.Equal(1, (int)(await next.GetAsync(Sandboxes))["total"]!);
    }

    [Fact]
    public async Task Snapshots_take_the_place_of_entries_and_lose_nothing()
    {
        using var directory = new TestDirectory();
        string before;
        var longName = new string('n', 60);
        await using (var emulator = await StartAsync(directory, "Storage:LogSize=1", "Clock:Mode=Frozen"))
        {
            var id = (await emulator.GivenInstancesAsync(1))[0];
            for (var i = 0; i < 4_500; i++)
            {
                (await emulator.CallAsync("ModifyInstanceAttribute", $$"""{"InstanceId":"{{id}}","InstanceName":"{{longName[..55]}}{{i:00000}}"}""")).Succeeded();
            }

            before = await WorldOf(emulator);
        }

        await using var next = await StartAsync(directory, "Storage:LogSize=1", "Clock:Mode=Frozen");

        Assert.Equal(before, await WorldOf(next));
    }

    [Fact]
    public async Task Info_tells_where_sandboxes_are_kept()
    {
        using var directory = new TestDirectory();
        await using var emulator = await StartAsync(directory);

        Assert.Equal(directory.Name, (string?)(await emulator.GetAsync("/_emulator/info"))["storage"]!["directory"]);
    }

    [Fact]
    public async Task When_the_file_is_gone_nothing_is_acknowledged_and_health_says_why()
    {
        using var directory = new TestDirectory();
        await using var emulator = await StartAsync(directory);
        await emulator.GivenInstancesAsync(1);
        File.Delete(directory.Database);

        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).Refused("InternalError");

        (await emulator.CallAsync("DescribeInstances")).Refused("InternalError");
        var health = await emulator.RefusalAsync(HttpStatusCode.ServiceUnavailable, HttpMethod.Get, "/_emulator/health");
        Assert.Contains(directory.Name, (string)health["detail"]!, StringComparison.Ordinal);
        var change = await emulator.RefusalAsync(HttpStatusCode.ServiceUnavailable, HttpMethod.Put, $"{Sandboxes}/default/clock", """{"mode":"frozen"}""");
        Assert.Contains(directory.Name, (string)change["detail"]!, StringComparison.Ordinal);
        await emulator.RefusalAsync(HttpStatusCode.ServiceUnavailable, HttpMethod.Post, Sandboxes, """{"name":"mine"}""");
        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"{Sandboxes}/mine");
    }

    private static string[] Strict => ["Auth:Mode=Strict", "Credentials:0:SecretId=someone", "Credentials:0:SecretKey=else"];

    private static Task<EmulatorApplication> StartAsync(TestDirectory directory, params string[] settings) =>
        EmulatorApplication.StartAsync([.. settings, $"Storage:Directory={directory.Name}"]);

    /// <summary>The snapshot but for the number of the last call, which goes on further up.</summary>
    private static async Task<string> WorldOf(EmulatorApplication emulator)
    {
        var world = await emulator.GetAsync($"{Sandboxes}/default/snapshot");
        world.AsObject().Remove("number");
        return world.ToJsonString();
    }

    private static async Task<JsonNode> MakeAsync(EmulatorApplication emulator, string body)
    {
        using var response = await emulator.SendAsync(HttpMethod.Post, Sandboxes, body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static async Task<IReadOnlyList<string>> OrderAsync(EmulatorApplication emulator, JsonNode sandbox) =>
        (await new TestCaller(emulator, Credential(sandbox)).CallAsync("CreateInstances", EmulatorApplication.Order().ToJsonString())).InstanceIds;

    private static ClientCredential Credential(JsonNode sandbox) =>
        new((string)sandbox["credentials"]![0]!["secretId"]!, (string)sandbox["credentials"]![0]!["secretKey"]!);
}
