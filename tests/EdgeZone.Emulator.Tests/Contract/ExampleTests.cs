using System.Text.Json.Nodes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>
/// The documents show an example request or two for each action. Requests of the same parameters, with values that exist here, have
/// answers of the same members and types. https://www.tencentcloud.com/document/api/1230/79065
/// </summary>
public class ExampleTests
{
    private const string Order = $"""
        "Zone":"{Seeded.Zone}","InstanceType":"BMS5.MEDIUM8","ImageId":"img-centos-7.9",
        "PrivateNetworkId":"{Seeded.PrivateNetwork}","PublicNetworkId":"{Seeded.PublicNetwork}"
        """;

    private static readonly Dictionary<string, Example> Examples = new()
    {
        ["one machine, a version and IPv6"] = new(
            "CreateInstances",
            _ => Body($$"""{{{Order}},"InstanceName":"my-epm-instance","InstanceCount":1,"VersionNumber":"7.9.2009","EnableIpv6":true}"""),
            ["InstanceIdSet"]),
        ["three machines"] = new("CreateInstances", _ => Body($$"""{{{Order}},"InstanceName":"batch-instance","InstanceCount":3}"""), ["InstanceIdSet"]),
        ["three machines where two are left"] = new("CreateInstances", LeaveTwoMachines, ["InstanceIdSet", "FailedCount"]),
        ["a machine without a name, with a password"] = new(
            "CreateInstances",
            _ => Body($$"""{{{Order}},"InstanceCount":1,"Password":"Emulator@1"}"""),
            ["InstanceIdSet"],
            ["Mainland"]),
        ["instances of a zone that run"] = new(
            "DescribeInstances",
            async emulator =>
            {
                await emulator.GivenInstanceAsync();
                return """{"Zone":"ap-guangzhou-1","InstanceStatus":["running"],"Offset":0,"Limit":20}""";
            },
            ["InstanceSet", "TotalCount"]),
        ["an instance by its id"] = new(
            "DescribeInstances",
            async emulator => $$"""{"InstanceIds":{{Arrangements.List(await emulator.GivenInstancesAsync(ipv6: true))}},"Offset":0,"Limit":20}""",
            ["InstanceSet", "TotalCount"]),
        ["another name"] = new(
            "ModifyInstanceAttribute",
            async emulator => $$"""{"InstanceId":"{{await emulator.GivenInstanceAsync()}}","InstanceName":"new-instance-name"}""",
            []),
        ["another address"] = new(
            "ModifyInstanceAttribute",
            async emulator => $$"""{"InstanceId":"{{await emulator.GivenInstanceAsync()}}","NewPublicIp":"198.19.0.20","IpType":"ipv4"}""",
            []),
        ["terminate one"] = new(
            "TerminateInstances",
            async emulator => $$"""{"InstanceIds":{{Arrangements.List(await emulator.GivenInstancesAsync())}}}""",
            ["InstanceIdSet"]),
        ["terminate two, one of them too early"] = new(
            "TerminateInstances",
            async emulator =>
            {
                var ready = await emulator.GivenInstanceAsync();
                emulator.FinishWork();
                return $$"""{"InstanceIds":["{{ready}}","{{await emulator.GivenInstanceAsync()}}"]}""";
            },
            ["InstanceIdSet", "FailedInstanceSet"],
            Durations: "Fast"),
        ["models of a zone"] = new("DescribeInstanceTypes", _ => Body("""{"Zone":"ap-guangzhou-1"}"""), ["InstanceTypeQuotaSet", "TotalCount"]),
        ["models of all zones"] = new("DescribeInstanceTypes", _ => Body("{}"), ["InstanceTypeQuotaSet", "TotalCount"]),
        ["models of a zone by pages"] = new(
            "DescribeInstanceTypes",
            _ => Body("""{"Zone":"ap-guangzhou-1","Offset":0,"Limit":20}"""),
            ["InstanceTypeQuotaSet", "TotalCount"],
            ["Mainland", "Union"]),
        ["zones"] = new("DescribeZones", _ => Body("{}"), ["ZoneSet", "TotalCount"]),
        ["traffic of an hour"] = new(
            "DescribeZoneData",
            _ => Body("""{"MetricName":"inbw","Zone":"ap-guangzhou-1","StartTime":"2026-01-12T07:00:00Z","EndTime":"2026-01-12T08:00:00Z"}"""),
            ["Data"]),
        ["switch billing on"] = new("CreateEdgeNodeService", _ => Body("""{"Zone":"ap-guangzhou-1"}"""), []),
        ["create a private network"] = new(
            "CreatePrivateNetworkInstance",
            _ => Body("""{"NetworkInstanceName":"test-pri-instance","ZoneId":"ap-guangzhou-2","Network":"10.0.0.0","Mask":24}"""),
            ["NetworkInstanceId"]),
        ["rename a private network"] = new(
            "ModifyPrivateNetworkInstance",
            async emulator => $$"""{"NetworkInstanceId":"{{await emulator.Alice.GivenPrivateNetworkAsync()}}","NetworkInstanceName":"new-pri-name"}""",
            []),
        ["delete a private network"] = new(
            "DeletePrivateNetworkInstance", async emulator => $$"""{"NetworkInstanceId":"{{await emulator.Alice.GivenPrivateNetworkAsync()}}"}""", []),
        ["private networks of a zone"] = new(
            "DescribePrivateNetworkInstances",
            _ => Body("""{"ZoneId":"ap-guangzhou-1","Offset":0,"Limit":10}"""),
            ["TotalCount", "PrivateNetworkInstanceSet"]),
        ["create a dynamic public network"] = new(
            "CreatePublicNetworkInstance",
            _ => Body("""{"ZoneId":"ap-guangzhou-2","NetworkInstanceName":"test-bgp-instance","Line":"BGP","Bandwidth":100,"RouteMode":"bgp"}"""),
            ["NetworkInstanceId"]),
        ["create a static public network of another line"] = new(
            "CreatePublicNetworkInstance",
            _ => Body("""{"ZoneId":"ap-guangzhou-2","NetworkInstanceName":"test-static","Line":"CT","RouteMode":"static","InstanceType":"standard"}"""),
            ["NetworkInstanceId"],
            ["Mainland", "Union"]),
        ["rename a public network"] = new(
            "ModifyPublicNetworkInstance",
            async emulator => $$"""{"NetworkInstanceId":"{{await emulator.Alice.GivenPublicNetworkAsync()}}","NetworkInstanceName":"new instance name"}""",
            []),
        ["delete a public network"] = new(
            "DeletePublicNetworkInstance", async emulator => $$"""{"NetworkInstanceId":"{{await emulator.Alice.GivenPublicNetworkAsync()}}"}""", []),
        ["public networks of a zone"] = new(
            "DescribePublicNetworkInstances",
            _ => Body("""{"ZoneId":"ap-guangzhou-1","Offset":0,"Limit":10}"""),
            ["TotalCount", "PublicNetworkInstanceSet"]),
        ["apply for an IPv4 address"] = new(
            "ApplyPublicIps",
            async emulator => $$"""{"NetworkInstanceId":"{{await emulator.Alice.GivenPublicNetworkAsync()}}","Type":"ipv4","Count":1}""",
            ["IpList"]),
        ["apply for an IPv6 address"] = new(
            "ApplyPublicIps",
            async emulator => $$"""{"NetworkInstanceId":"{{await emulator.Alice.GivenPublicNetworkAsync()}}","Type":"ipv6","Count":1}""",
            ["IpList"]),
        ["release two IPv4 addresses"] = new("ReleasePublicIp", emulator => TwoAddresses(emulator, "ipv4"), []),
        ["release two IPv6 addresses"] = new("ReleasePublicIp", emulator => TwoAddresses(emulator, "ipv6"), []),
        ["addresses in use"] = new(
            "DescribePublicIps",
            async emulator =>
            {
                var network = await emulator.GivenStaticNetworkAsync();
                await emulator.Alice.GivenAddressesAsync(network);
                await emulator.GivenInstanceAsync(publicNetwork: network);
                return """{"ZoneId":"ap-guangzhou-1","State":["InUse"],"Type":["Ipv4"],"Offset":0,"Limit":20}""";
            },
            ["TotalCount", "IpInfoSet"]),
    };

    public static TheoryData<string, string> Titles { get; } = TitlesInEditions();

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task An_example_has_an_answer_of_the_published_shape(string title, string edition)
    {
        var example = Examples[title];
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}", $"Durations:Profile={example.Durations}");
        var body = await example.Prepare(emulator);

        var answer = (await emulator.CallAsync(example.Action, body)).Succeeded();

        new AnswerShape(edition).Check(example.Action, answer);
        Assert.Equal([.. example.Members, "RequestId"], answer.Response.AsObject().Select(member => member.Key));
        Assert.DoesNotContain(example.Members, member => answer[member]!.ToJsonString() == "[]");
    }

    [Fact]
    public void Every_action_has_an_example() => Assert.Equal(
        ApiContract.Actions.Select(action => action.Name).Order(StringComparer.Ordinal),
        Examples.Values.Select(example => example.Action).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_account_without_a_zone_has_an_empty_list_of_zones()
    {
        await using var emulator = await EmulatorApplication.StartAsync(world =>
        {
            world["account"]!["zones"] = new JsonObject();
            world["privateNetworks"] = new JsonArray();
            world["publicNetworks"] = new JsonArray();
        });

        var answer = (await emulator.CallAsync("DescribeZones")).Succeeded();

        Assert.Empty(answer.Rows("ZoneSet"));
        Assert.Equal(0, answer.Number("TotalCount"));
    }

    private static TheoryData<string, string> TitlesInEditions()
    {
        var rows = new TheoryData<string, string>();
        foreach (var (title, example) in Examples)
        {
            foreach (var edition in example.Editions ?? ApiContract.Editions)
            {
                rows.Add(title, edition);
            }
        }

        return rows;
    }

    private static Task<string> Body(string body) => Task.FromResult(body);

    private static Task<string> LeaveTwoMachines(EmulatorApplication emulator)
    {
        emulator.Cloud().Execute(new SetStock(new ZoneCode(Seeded.Zone), "BMS5.MEDIUM8", Free: 2, Quota: null));
        return Body($$"""{{{Order}},"InstanceName":"batch-instance","InstanceCount":3}""");
    }

    private static async Task<string> TwoAddresses(EmulatorApplication emulator, string type)
    {
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ips = await emulator.Alice.GivenAddressesAsync(network, 2, type);
        return $$"""{"NetworkInstanceId":"{{network}}","Type":"{{type}}","IpList":{{Arrangements.List(ips)}}}""";
    }

    /// <param name="Action">The action's name.</param>
    /// <param name="Prepare">Prepares the sandbox and gives the body.</param>
    /// <param name="Members">What the answer has, in order, besides the request's id; lists are not empty.</param>
    /// <param name="Editions">Which editions take the request; null for all.</param>
    /// <param name="Durations">How long work takes.</param>
    private sealed record Example(
        string Action,
        Func<EmulatorApplication, Task<string>> Prepare,
        string[] Members,
        IReadOnlyList<string>? Editions = null,
        string Durations = "Instant");
}
