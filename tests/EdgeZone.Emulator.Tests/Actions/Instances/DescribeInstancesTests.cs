using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>https://www.tencentcloud.com/document/api/1230/79077</summary>
public class DescribeInstancesTests
{
    private static readonly string[] Names = ["web-1", "Web-2", "db-1", "db-2", "cache"];

    [Fact]
    public async Task The_newest_first()
    {
        await using var emulator = await Populated();

        Assert.Equal(Names.Reverse(), await Find(emulator, "{}"));
    }

    [Fact]
    public async Task Of_those_of_one_second_the_last_created_first()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var first = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3))).Succeeded();
        var second = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).Succeeded();
        string[] created = [.. first.InstanceIds, .. second.InstanceIds];

        Assert.Equal(created.Reverse(), (await emulator.CallAsync("DescribeInstances")).InstanceIds);
    }

    [Fact]
    public async Task A_list_shows_what_has_become_of_those_that_it_showed_before()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        var id = Assert.Single((await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: "网页-`1`"))).InstanceIds);

        Assert.Contains("\"InstanceName\":\"网页-`1`\"", (await emulator.CallAsync("DescribeInstances")).Body);
        Assert.Equal(("allocating", ""), await Show("InstanceStatus", "PublicIp"));
        emulator.FinishWork();
        Assert.Equal(("running", "198.19.0.2"), await Show("InstanceStatus", "PublicIp"));
        (await emulator.CallAsync("ModifyInstanceAttribute", $$"""{"InstanceId":"{{id}}","InstanceName":"new","NewPublicIp":"198.19.0.20"}""")).Succeeded();
        Assert.Equal(("new", "198.19.0.20"), await Show("InstanceName", "PublicIp"));
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Succeeded();
        Assert.Equal(("terminating", ""), await Show("InstanceStatus", "PublicIp"));

        async Task<(string, string)> Show(string first, string second)
        {
            var instance = Assert.Single((await emulator.CallAsync("DescribeInstances"))["InstanceSet"]!.AsArray())!;
            return ((string)instance[first]!, (string)instance[second]!);
        }
    }

    [Fact]
    public async Task What_is_listed_of_one_sandbox_is_never_listed_of_another()
    {
        await using var international = await EmulatorApplication.StartAsync();
        await using var mainland = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        EmulatorApplication[] emulators = [international, mainland, international, mainland];
        await international.CallAsync("CreateInstances", EmulatorApplication.Order(name: "one"));
        await mainland.CallAsync("CreateInstances", EmulatorApplication.Order(name: "other"));

        var listed = new List<(string?, int)>();
        foreach (var emulator in emulators)
        {
            var instance = (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!.AsObject();
            listed.Add(((string?)instance["InstanceName"], instance.Count));
        }

        Assert.Equal([("one", 16), ("other", 22), ("one", 16), ("other", 22)], listed);
    }

    [Theory]
    [InlineData("BMS5.MEDIUM8", "S", "标准型S5", "6231C")]
    [InlineData("BMI5.24XLARGE384", "I", "高IO型I5", "8255C")]
    [InlineData("BMG.H20X8", "G", "GPU型", "8469C")]
    public async Task The_model_as_the_newer_samples_write_it(string type, string family, string familyName, string cpu)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Union");
        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(type: type))).Succeeded();

        var instance = Assert.Single((await emulator.CallAsync("DescribeInstances"))["InstanceSet"]!.AsArray())!;

        Assert.Equal(
            (family, familyName, cpu),
            ((string)instance["InstanceFamily"]!, (string)instance["InstanceFamilyName"]!, (string)instance["CpuType"]!));
    }

    [Theory]
    [InlineData("""{"InstanceName":"web"}""", "Web-2,web-1")]
    [InlineData("""{"InstanceName":"B-"}""", "db-2,db-1,Web-2,web-1")]
    [InlineData("""{"InstanceName":""}""", "cache,db-2,db-1,Web-2,web-1")]
    [InlineData("""{"InstanceName":"nobody"}""", "")]
    [InlineData("""{"Zone":"ap-guangzhou-1"}""", "cache,db-2,db-1,Web-2,web-1")]
    [InlineData("""{"Zone":"ap-chengdu-1"}""", "")]
    [InlineData("""{"Zone":"ap-nowhere-1"}""", "")]
    [InlineData("""{"InstanceStatus":["running"]}""", "db-2,db-1,Web-2,web-1")]
    [InlineData("""{"InstanceStatus":["allocating"]}""", "cache")]
    [InlineData("""{"InstanceStatus":["allocating","running"]}""", "cache,db-2,db-1,Web-2,web-1")]
    [InlineData("""{"InstanceStatus":["error","isolating","isolated","terminating"]}""", "")]
    [InlineData("""{"InstanceStatus":[]}""", "cache,db-2,db-1,Web-2,web-1")]
    [InlineData("""{"InstanceStatus":["running"],"InstanceName":"web"}""", "Web-2,web-1")]
    [InlineData("""{"Zone":""}""", "cache,db-2,db-1,Web-2,web-1")]
    [InlineData("""{"InstanceIds":["ins-00000000"]}""", "")]
    [InlineData("""{"InstanceIds":[""]}""", "")]
    [InlineData("""{"InstanceIds":[]}""", "cache,db-2,db-1,Web-2,web-1")]
    [InlineData("""{"PublicIps":["192.0.2.1"]}""", "")]
    [InlineData("""{"PublicIps":[""]}""", "")]
    public async Task Filters(string filter, string names)
    {
        await using var emulator = await Populated();

        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), await Find(emulator, filter));
    }

    [Fact]
    public async Task By_id_and_by_address()
    {
        await using var emulator = await Populated();
        var all = (await emulator.CallAsync("DescribeInstances"))["InstanceSet"]!.AsArray();
        var (id, ip) = ((string)all[2]!["InstanceId"]!, (string)all[3]!["PublicIp"]!);

        Assert.Equal(["db-1"], await Find(emulator, $$"""{"InstanceIds":["{{id}}","ins-00000000","{{id}}"]}"""));
        Assert.Equal(["Web-2"], await Find(emulator, $$"""{"PublicIps":["{{ip}}"]}"""));
        Assert.Empty(await Find(emulator, $$"""{"InstanceIds":["{{id}}"],"PublicIps":["{{ip}}"]}"""));
    }

    [Theory]
    [InlineData("""{"PublicNetworkId":"net-public-001"}""", 5)]
    [InlineData("""{"PublicNetworkId":"epn-00000000"}""", 0)]
    [InlineData("""{"PrivateNetworkId":"net-private-001"}""", 5)]
    [InlineData("""{"PrivateNetworkId":"net-private"}""", 0)]
    [InlineData("""{"PrivateNetworkId":"","PublicNetworkId":""}""", 5)]
    public async Task By_network_in_the_newer_editions(string filter, int count)
    {
        await using var emulator = await Populated("Api:Edition=Union");

        Assert.Equal(count, (await Find(emulator, filter)).Count);
    }

    [Theory]
    [InlineData("""{"Limit":2}""", "cache,db-2")]
    [InlineData("""{"Limit":2,"Offset":2}""", "db-1,Web-2")]
    [InlineData("""{"Limit":2,"Offset":4}""", "web-1")]
    [InlineData("""{"Limit":100,"Offset":5}""", "")]
    [InlineData("""{"Offset":18446744073709551615}""", "")]
    public async Task Pages(string page, string names)
    {
        await using var emulator = await Populated();

        var answer = (await emulator.SendAsync(new Tc3Call("DescribeInstances", page))).Succeeded();

        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), NamesOf(answer));
        Assert.Equal(5, (int?)answer["TotalCount"]);
    }

    [Fact]
    public async Task Twenty_without_a_limit()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Cloud().Execute(new SetStock(new ZoneCode("ap-guangzhou-1"), "BMS5.MEDIUM8", Free: 30, Quota: 0));
        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 25))).Succeeded();

        var answer = await emulator.CallAsync("DescribeInstances");

        Assert.Equal(20, answer.InstanceIds.Count);
        Assert.Equal(25, (int?)answer["TotalCount"]);
    }

    [Theory]
    [InlineData("""{"Limit":0}""", "The value `0` of parameter `Limit` is not between 1 and 100.")]
    [InlineData("""{"Limit":101}""", "The value `101` of parameter `Limit` is not between 1 and 100.")]
    [InlineData(
        """{"InstanceStatus":["running","sleeping"]}""",
        "The value `sleeping` of parameter `InstanceStatus` is not one of allocating, running, isolating, isolated, terminating, error.")]
    [InlineData(
        """{"InstanceStatus":["Running"]}""",
        "The value `Running` of parameter `InstanceStatus` is not one of allocating, running, isolating, isolated, terminating, error.")]
    public async Task A_filter_out_of_range(string filter, string message)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", filter))).Refused("InvalidParameter", message);
    }

    [Theory]
    [InlineData("InstanceIds", "ins-a")]
    [InlineData("PublicIps", "192.0.2.1")]
    [InlineData("InstanceStatus", "running")]
    public async Task At_most_a_hundred_values(string parameter, string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        JsonObject Filter(int count) => new() { [parameter] = new JsonArray([.. Enumerable.Repeat(value, count).Select(item => JsonValue.Create(item))]) };

        (await emulator.CallAsync("DescribeInstances", Filter(100))).Succeeded();
        (await emulator.CallAsync("DescribeInstances", Filter(101)))
            .Refused("InvalidParameter", $"The parameter `{parameter}` has 101 values, more than 100.");
    }

    /// <summary>Five instances made one second after the other; the last is still being installed.</summary>
    private static async Task<EmulatorApplication> Populated(params string[] settings)
    {
        var emulator = await EmulatorApplication.StartAsync(["Durations:Profile=Fast", .. settings]);
        foreach (var name in Names)
        {
            emulator.Time.Advance(TimeSpan.FromSeconds(5));
            (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: name))).Succeeded();
        }

        return emulator;
    }

    private static async Task<IReadOnlyList<string>> Find(EmulatorApplication emulator, string filter)
    {
        var answer = (await emulator.SendAsync(new Tc3Call("DescribeInstances", filter))).Succeeded();
        var names = NamesOf(answer);
        Assert.Equal(names.Count, (int?)answer["TotalCount"]);
        return names;
    }

    private static List<string> NamesOf(Answer answer) =>
        [.. answer["InstanceSet"]!.AsArray().Select(instance => (string)instance!["InstanceName"]!)];
}
