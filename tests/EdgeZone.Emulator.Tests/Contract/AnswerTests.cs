using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>Every answer of every action has the members and types of the contract, in every edition.</summary>
public class AnswerTests
{
    public static TheoryData<string> Editions { get; } = [.. ApiContract.Editions];

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Every_answer_has_exactly_the_declared_members_and_types(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}", "Durations:Profile=Fast");
        var shape = new AnswerShape(edition);

        await TourAsync(emulator, shape);

        Assert.Empty(shape.Unseen());
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task A_refusal_has_an_error_and_a_request_id_and_nothing_else(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        foreach (var action in ApiContract.Actions)
        {
            var answer = await emulator.CallAsync(action.Name, """{"Nonsense":1}""");

            Assert.Equal(["Error", "RequestId"], answer.Response.AsObject().Select(member => member.Key));
            Assert.Equal(["Code", "Message"], answer["Error"]!.AsObject().Select(member => member.Key));
        }
    }

    /// <summary>Calls every action, so that every member is seen there and left out, filled and null.</summary>
    private static async Task TourAsync(EmulatorApplication emulator, AnswerShape shape)
    {
        async Task<Answer> Call(string action, string body = "{}")
        {
            var answer = (await emulator.CallAsync(action, body)).Succeeded();
            shape.Check(action, answer);
            return answer;
        }

        await Call("DescribeZones");
        await Call("DescribeInstanceTypes");
        await Call("CreateEdgeNodeService", """{"Zone":"ap-chengdu-1"}""");

        var privateNetwork = (await Call(
            "CreatePrivateNetworkInstance",
            """{"NetworkInstanceName":"p","ZoneId":"ap-guangzhou-2","Network":"10.1.0.0","Mask":24}""")).Text("NetworkInstanceId");
        await Call("ModifyPrivateNetworkInstance", $$"""{"NetworkInstanceId":"{{privateNetwork}}","NetworkInstanceName":"q"}""");
        await Call("DescribePrivateNetworkInstances");
        var publicNetwork = (await Call(
            "CreatePublicNetworkInstance",
            """{"ZoneId":"ap-guangzhou-2","NetworkInstanceName":"p","Line":"BGP","RouteMode":"static"}""")).Text("NetworkInstanceId");
        await Call("ModifyPublicNetworkInstance", $$"""{"NetworkInstanceId":"{{publicNetwork}}","NetworkInstanceName":"q"}""");
        await Call("DescribePublicNetworkInstances");
        var ip = Assert.Single((await Call("ApplyPublicIps", $$"""{"NetworkInstanceId":"{{publicNetwork}}","Count":1,"Type":"ipv4"}""")).Texts("IpList"));
        await Call("DescribePublicIps");

        var order = $$"""
            "Zone":"ap-guangzhou-1","InstanceType":"BMI5.24XLARGE384","InstanceName":"i",
            "PrivateNetworkId":"{{Seeded.PrivateNetwork}}","PublicNetworkId":"{{Seeded.PublicNetwork}}"
            """;
        var first = Assert.Single((await Call("CreateInstances", $$"""{{{order}}}""")).Texts("InstanceIdSet"));
        var rest = (await Call("CreateInstances", $$"""{{{order}},"InstanceCount":4}""")).Texts("InstanceIdSet");
        await Call("DescribeInstances");
        emulator.FinishWork();
        await Call("DescribeInstances");
        await Call("ModifyInstanceAttribute", $$"""{"InstanceId":"{{first}}","InstanceName":"j"}""");
        await Call("DescribeZoneData", """
            {"Zone":"ap-guangzhou-1","MetricName":"inbw","StartTime":"2026-01-13T09:00:00Z","EndTime":"2026-01-13T10:00:00Z"}
            """);
        await Call("TerminateInstances", $$"""{"InstanceIds":["{{first}}"]}""");
        await Call("TerminateInstances", $$"""{"InstanceIds":{{Arrangements.List([first, .. rest])}}}""");
        await Call("DescribeInstances");
        emulator.FinishWork();

        await Call("ReleasePublicIp", $$"""{"NetworkInstanceId":"{{publicNetwork}}","Type":"ipv4","IpList":["{{ip}}"]}""");
        await Call("DeletePublicNetworkInstance", $$"""{"NetworkInstanceId":"{{publicNetwork}}"}""");
        await Call("DeletePrivateNetworkInstance", $$"""{"NetworkInstanceId":"{{privateNetwork}}"}""");
        await Call("DescribePublicIps");
    }
}
