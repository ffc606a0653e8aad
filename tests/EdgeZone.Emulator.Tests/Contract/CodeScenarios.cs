using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>For each error code of an action, a way to get it.</summary>
internal static class CodeScenarios
{
    private const string NoSuchNetwork = """{"NetworkInstanceId":"none"}""";
    private const string Rename = """{"NetworkInstanceId":"none","NetworkInstanceName":"n"}""";

    public static IReadOnlyDictionary<(string Action, string Code), CodeScenario> All { get; } = new Dictionary<(string, string), CodeScenario>
    {
        [("CreateInstances", "InvalidParameterValue")] = new(emulator => CreateInstances(emulator, zone: "ap-nowhere-1")),
        [("CreateInstances", "LimitExceeded.InstanceQuota")] = new(emulator => CreateInstances(emulator, count: 11)),
        [("CreateInstances", "ResourceInsufficient")] = new(emulator => CreateInstances(emulator, type: "BMS5.LARGE16")),

        [("DescribeInstances", "InvalidParameter")] = new(emulator => emulator.CallAsync("DescribeInstances", """{"Limit":0}""")),

        [("ModifyInstanceAttribute", "FailedOperation")] = new(RenameWhileTerminating, Durations: "Fast"),
        [("ModifyInstanceAttribute", "InvalidParameter")] = new(emulator => emulator.CallAsync("ModifyInstanceAttribute", """{"InstanceId":"none"}""")),
        [("ModifyInstanceAttribute", "ResourceNotFound.Instance")] =
            new(emulator => emulator.CallAsync("ModifyInstanceAttribute", """{"InstanceId":"none","InstanceName":"n"}""")),

        [("TerminateInstances", "ResourceNotFound.Instance")] = new(emulator => emulator.CallAsync("TerminateInstances", """{"InstanceIds":["none"]}""")),
        [("TerminateInstances", "UnsupportedOperation.InvalidInstanceState")] = new(TerminateWhileAllocating, Durations: "Fast"),

        // The older contract has no parameter of this action that could be out of range, only one of a wrong type.
        [("DescribeInstanceTypes", "InvalidParameter")] = new(emulator => emulator.CallAsync("DescribeInstanceTypes", """{"Zone":1}""")),

        [("DescribeZoneData", "InvalidParameter.ParamError")] = new(emulator => emulator.CallAsync("DescribeZoneData", """
            {"Zone":"ap-nowhere-1","MetricName":"inbw","StartTime":"2026-01-12T07:00:00Z","EndTime":"2026-01-12T08:00:00Z"}
            """)),

        [("CreateEdgeNodeService", "MissingParameter")] = new(emulator => emulator.CallAsync("CreateEdgeNodeService")),
        [("CreateEdgeNodeService", "ResourceNotFound.Zone")] =
            new(emulator => emulator.CallAsync("CreateEdgeNodeService", """{"Zone":"ap-nowhere-1"}""")),

        [("CreatePrivateNetworkInstance", "FailedOperation.PrivateInstanceDuplicate")] = new(emulator => CreatePrivate(emulator)),
        [("CreatePrivateNetworkInstance", "InvalidParameter")] = new(emulator => CreatePrivate(emulator, zone: "ap-nowhere-1")),
        [("CreatePrivateNetworkInstance", "InvalidParameterValue.InvalidNetwork")] = new(emulator => CreatePrivate(emulator, network: "10.0.0.1")),

        [("ModifyPrivateNetworkInstance", "InvalidParameter")] =
            new(emulator => emulator.CallAsync("ModifyPrivateNetworkInstance", """{"NetworkInstanceId":"none","NetworkInstanceName":""}""")),
        [("ModifyPrivateNetworkInstance", "ResourceNotFound.PrivateInstanceNotFound")] =
            new(emulator => emulator.CallAsync("ModifyPrivateNetworkInstance", Rename)),

        [("DeletePrivateNetworkInstance", "InvalidParameter")] = new(emulator => WrongType(emulator, "DeletePrivateNetworkInstance")),
        [("DeletePrivateNetworkInstance", "ResourceInUse.PrivateInstanceInUse")] =
            new(emulator => WithServer(emulator, "DeletePrivateNetworkInstance", Seeded.PrivateNetwork)),
        [("DeletePrivateNetworkInstance", "ResourceNotFound.PrivateInstanceNotFound")] =
            new(emulator => emulator.CallAsync("DeletePrivateNetworkInstance", NoSuchNetwork)),

        [("DescribePrivateNetworkInstances", "InvalidParameter")] =
            new(emulator => emulator.CallAsync("DescribePrivateNetworkInstances", """{"Offset":-1}""")),

        [("CreatePublicNetworkInstance", "FailedOperation.PublicInstanceDuplicate")] = new(emulator => CreatePublic(emulator, Seeded.Zone)),
        [("CreatePublicNetworkInstance", "InvalidParameter")] = new(emulator => CreatePublic(emulator, Seeded.OtherZone, mode: "rip")),
        [("CreatePublicNetworkInstance", "InvalidParameter.InvalidQuota")] =
            new(emulator => CreatePublic(emulator, Seeded.ZoneWithLargeAddressQuota)),
        [("CreatePublicNetworkInstance", "LimitExceeded.QuotaNotConfigured")] =
            new(emulator => CreatePublic(emulator, Seeded.ZoneWithoutAddressQuota)),
        [("CreatePublicNetworkInstance", "ResourceInsufficient.NoAvailableCidr")] =
            new(LastRangeTwice, Seed: world => Addresses(world)["dynamicIpv4"] = "198.19.4.0/26"),
        [("CreatePublicNetworkInstance", "ResourceNotFound.ZoneNotFound")] = new(emulator => CreatePublic(emulator, "ap-nowhere-1")),

        [("ModifyPublicNetworkInstance", "InvalidParameter")] =
            new(emulator => emulator.CallAsync("ModifyPublicNetworkInstance", """{"NetworkInstanceId":"none","NetworkInstanceName":""}""")),
        [("ModifyPublicNetworkInstance", "ResourceNotFound.PublicInstanceNotFound")] =
            new(emulator => emulator.CallAsync("ModifyPublicNetworkInstance", Rename)),

        [("DeletePublicNetworkInstance", "InvalidParameter")] = new(emulator => WrongType(emulator, "DeletePublicNetworkInstance")),
        [("DeletePublicNetworkInstance", "ResourceInUse.PublicInstanceInUse")] =
            new(emulator => WithServer(emulator, "DeletePublicNetworkInstance", Seeded.PublicNetwork)),
        [("DeletePublicNetworkInstance", "ResourceNotFound.PublicInstanceNotFound")] =
            new(emulator => emulator.CallAsync("DeletePublicNetworkInstance", NoSuchNetwork)),

        [("DescribePublicNetworkInstances", "InvalidParameter")] =
            new(emulator => emulator.CallAsync("DescribePublicNetworkInstances", """{"Limit":101}""")),
        [("DescribePublicNetworkInstances", "ResourceNotFound.PublicInstanceNotFound")] =
            new(emulator => emulator.CallAsync("DescribePublicNetworkInstances", NoSuchNetwork)),

        [("ApplyPublicIps", "FailedOperation.NotSupportedForDynamicInstance")] = new(emulator => Apply(emulator, Seeded.PublicNetwork, 1, "ipv4")),
        [("ApplyPublicIps", "InvalidParameter")] = new(emulator => Apply(emulator, "none", 1, "ipv4")),
        [("ApplyPublicIps", "LimitExceeded.QuotaExceeded")] = new(emulator => ApplyIn(emulator, Seeded.OtherZone, 65, "ipv4")),
        [("ApplyPublicIps", "LimitExceeded.QuotaNotConfigured")] = new(emulator => ApplyIn(emulator, Seeded.ZoneWithoutAddressQuota, 1, "ipv4")),
        [("ApplyPublicIps", "LimitExceeded.Ipv6QuotaExceeded")] = new(emulator => ApplyIn(emulator, Seeded.OtherZone, 65, "ipv6")),
        [("ApplyPublicIps", "LimitExceeded.Ipv6QuotaNotConfigured")] =
            new(emulator => ApplyIn(emulator, Seeded.ZoneWithoutAddressQuota, 1, "ipv6")),
        [("ApplyPublicIps", "ResourceInsufficient.PublicIpInsufficient")] = new(
            emulator => ApplyIn(emulator, Seeded.OtherZone, 14, "ipv4"),
            Seed: world => Addresses(world)["staticIpv4"] = "198.18.1.0/28"),
        [("ApplyPublicIps", "ResourceInsufficient.PublicIpv6Insufficient")] = new(
            emulator => ApplyIn(emulator, Seeded.OtherZone, 1, "ipv6"),
            Seed: world => Addresses(world)["staticIpv6"] = null),

        [("ReleasePublicIp", "FailedOperation.IpStillBoundToServer")] = new(ReleaseBound),
        [("ReleasePublicIp", "FailedOperation.NotSupportedForDynamicInstance")] =
            new(emulator => Release(emulator.Alice, Seeded.PublicNetwork, "ipv4", "198.19.0.2")),
        [("ReleasePublicIp", "InvalidParameter")] =
            new(emulator => emulator.CallAsync("ReleasePublicIp", """{"NetworkInstanceId":"none","Type":"ipv4","IpList":[]}""")),
        [("ReleasePublicIp", "InvalidParameterValue.PublicIpNotAvailable")] = new(emulator => ReleaseUnapplied(emulator, "ipv4", "198.18.1.9")),
        [("ReleasePublicIp", "InvalidParameterValue.PublicIpv6NotAvailable")] = new(emulator => ReleaseUnapplied(emulator, "ipv6", "2001:db8:1::9")),
        [("ReleasePublicIp", "ResourceNotFound.PublicInstanceNotFound")] = new(emulator => Release(emulator.Alice, "none", "ipv4", "198.18.1.9")),
        [("ReleasePublicIp", "UnauthorizedOperation.PermissionDenied")] =
            new(emulator => Release(emulator.Bob, Seeded.PublicNetwork, "ipv4", "198.19.0.2")),

        [("DescribePublicIps", "InvalidParameter")] = new(emulator => emulator.CallAsync("DescribePublicIps", """{"State":["Free"]}""")),
    };

    private static Task<Answer> CreateInstances(
        EmulatorApplication emulator, string zone = Seeded.Zone, string type = "BMS5.MEDIUM8", int count = 1) =>
        emulator.CallAsync("CreateInstances", $$"""
            {
              "Zone": "{{zone}}", "InstanceType": "{{type}}", "InstanceName": "n", "InstanceCount": {{count}},
              "PrivateNetworkId": "{{Seeded.PrivateNetwork}}", "PublicNetworkId": "{{Seeded.PublicNetwork}}"
            }
            """);

    private static async Task<Answer> RenameWhileTerminating(EmulatorApplication emulator)
    {
        var id = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Succeeded();
        return await emulator.CallAsync("ModifyInstanceAttribute", $$"""{"InstanceId":"{{id}}","InstanceName":"n"}""");
    }

    private static async Task<Answer> TerminateWhileAllocating(EmulatorApplication emulator) =>
        await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{await emulator.GivenInstanceAsync()}}"]}""");

    private static Task<Answer> CreatePrivate(EmulatorApplication emulator, string zone = Seeded.Zone, string network = "10.0.0.0") =>
        emulator.CallAsync("CreatePrivateNetworkInstance", $$"""{"NetworkInstanceName":"n","ZoneId":"{{zone}}","Network":"{{network}}","Mask":24}""");

    private static Task<Answer> CreatePublic(EmulatorApplication emulator, string zone, string mode = "bgp") =>
        emulator.CallAsync("CreatePublicNetworkInstance", $$"""{"ZoneId":"{{zone}}","NetworkInstanceName":"n","Line":"BGP","RouteMode":"{{mode}}"}""");

    private static async Task<Answer> LastRangeTwice(EmulatorApplication emulator)
    {
        await emulator.Bob.GivenPublicNetworkAsync("ospf");
        return await CreatePublic(emulator, Seeded.OtherZone);
    }

    private static Task<Answer> WrongType(EmulatorApplication emulator, string action) => emulator.CallAsync(action, """{"NetworkInstanceId":1}""");

    private static async Task<Answer> WithServer(EmulatorApplication emulator, string action, string network)
    {
        await emulator.GivenInstanceAsync();
        return await emulator.CallAsync(action, $$"""{"NetworkInstanceId":"{{network}}"}""");
    }

    private static Task<Answer> Apply(EmulatorApplication emulator, string network, int count, string type) =>
        emulator.CallAsync("ApplyPublicIps", $$"""{"NetworkInstanceId":"{{network}}","Count":{{count}},"Type":"{{type}}"}""");

    private static async Task<Answer> ApplyIn(EmulatorApplication emulator, string zone, int count, string type) =>
        await Apply(emulator, await emulator.Alice.GivenPublicNetworkAsync(zone: zone), count, type);

    private static Task<Answer> Release(TestCaller caller, string network, string type, string ip) =>
        caller.CallAsync("ReleasePublicIp", $$"""{"NetworkInstanceId":"{{network}}","Type":"{{type}}","IpList":["{{ip}}"]}""");

    private static async Task<Answer> ReleaseUnapplied(EmulatorApplication emulator, string type, string ip) =>
        await Release(emulator.Alice, await emulator.Alice.GivenPublicNetworkAsync(), type, ip);

    private static async Task<Answer> ReleaseBound(EmulatorApplication emulator)
    {
        var network = await emulator.GivenStaticNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        await emulator.GivenInstanceAsync(publicNetwork: network);
        return await Release(emulator.Alice, network, "ipv4", ip);
    }

    private static JsonNode Addresses(JsonNode world) =>
        world["zones"]!.AsArray().Single(zone => (string?)zone!["code"] == Seeded.OtherZone)!["addresses"]!;
}

/// <param name="Run">The calls; the last one's answer is the refusal.</param>
/// <param name="Durations">How long work takes.</param>
/// <param name="Seed">What differs from the built-in world.</param>
internal sealed record CodeScenario(Func<EmulatorApplication, Task<Answer>> Run, string Durations = "Instant", Action<JsonNode>? Seed = null);
