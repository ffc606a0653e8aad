using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Fuzz;

/// <summary>Calls that are answered as they stand: every action, in every form that a request can have.</summary>
internal static class ValidCalls
{
    /// <summary>Actions with parameters that make sense; what they name need not be there.</summary>
    public static IReadOnlyList<(string Action, JsonObject Parameters)> All { get; } =
    [
        ("CreateInstances", EmulatorApplication.Order(count: 2)),
        ("DescribeInstances", new JsonObject { ["InstanceIds"] = new JsonArray("ins-lxku58gu"), ["Zone"] = Seeded.Zone, ["Offset"] = 0, ["Limit"] = 10 }),
        ("ModifyInstanceAttribute", new JsonObject { ["InstanceId"] = "ins-lxku58gu", ["InstanceName"] = "other" }),
        ("TerminateInstances", new JsonObject { ["InstanceIds"] = new JsonArray("ins-lxku58gu") }),
        ("DescribeInstanceTypes", new JsonObject { ["Zone"] = Seeded.Zone }),
        ("DescribeZones", []),
        ("CreatePrivateNetworkInstance", new JsonObject
        {
            ["NetworkInstanceName"] = "inside", ["ZoneId"] = "ap-chengdu-1", ["Network"] = "10.1.0.0", ["Mask"] = 24,
        }),
        ("DescribePrivateNetworkInstances", new JsonObject { ["ZoneId"] = "ap-chengdu-1", ["Limit"] = 5 }),
        ("CreatePublicNetworkInstance", new JsonObject
        {
            ["NetworkInstanceName"] = "outside", ["ZoneId"] = "ap-chengdu-1", ["Line"] = "BGP", ["RouteMode"] = "static",
        }),
        ("DescribePublicNetworkInstances", new JsonObject { ["ZoneId"] = "ap-chengdu-1" }),
        ("ApplyPublicIps", new JsonObject { ["NetworkInstanceId"] = Seeded.PublicNetwork, ["Count"] = 1, ["Type"] = "ipv4" }),
        ("DescribePublicIps", new JsonObject { ["NetworkInstanceId"] = Seeded.PublicNetwork }),
        ("DeletePrivateNetworkInstance", new JsonObject { ["NetworkInstanceId"] = "ein-00000000" }),
    ];
}
