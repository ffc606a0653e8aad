using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>A body for each action that works as it stands, in the order of the actions in which they build on one another.</summary>
internal sealed class ActionExamples(ExampleWorld world)
{
    public JsonObject Of(string action) => action switch
    {
        "CreateInstances" => new()
        {
            ["Zone"] = world.Zone,
            ["InstanceType"] = world.InstanceType,
            ["InstanceName"] = "example",
            ["PrivateNetworkId"] = world.PrivateNetworkId,
            ["PublicNetworkId"] = world.PublicNetworkId,
        },
        "DescribeInstances" => new() { ["Zone"] = world.Zone, ["Limit"] = 20 },
        "ModifyInstanceAttribute" => new() { ["InstanceId"] = world.InstanceId, ["InstanceName"] = "renamed" },
        "TerminateInstances" => new() { ["InstanceIds"] = new JsonArray(world.InstanceId) },
        "DescribeInstanceTypes" => new() { ["Zone"] = world.Zone },
        "DescribeZoneData" => new()
        {
            ["Zone"] = world.Zone,
            ["MetricName"] = "inbw",
            ["StartTime"] = "2026-04-23T07:00:00Z",
            ["EndTime"] = "2026-04-23T08:00:00Z",
        },
        "CreateEdgeNodeService" => new() { ["Zone"] = world.Zone },
        "CreatePrivateNetworkInstance" => new()
        {
            ["NetworkInstanceName"] = "example",
            ["ZoneId"] = world.PrivateZone,
            ["Network"] = ExampleWorld.PrivateSubnet,
            ["Mask"] = ExampleWorld.PrivateMask,
        },
        "ModifyPrivateNetworkInstance" => new() { ["NetworkInstanceId"] = world.PrivateNetworkId, ["NetworkInstanceName"] = "renamed" },
        "DeletePrivateNetworkInstance" => new() { ["NetworkInstanceId"] = world.NewPrivateNetworkId },
        "CreatePublicNetworkInstance" => new()
        {
            ["ZoneId"] = world.StaticZone,
            ["NetworkInstanceName"] = "example",
            ["Line"] = "BGP",
            ["RouteMode"] = "static",
            ["Bandwidth"] = 100,
        },
        "ModifyPublicNetworkInstance" => new() { ["NetworkInstanceId"] = world.PublicNetworkId, ["NetworkInstanceName"] = "renamed" },
        "DeletePublicNetworkInstance" => new() { ["NetworkInstanceId"] = world.StaticNetworkId },
        "ApplyPublicIps" => new() { ["NetworkInstanceId"] = world.StaticNetworkId, ["Count"] = 1, ["Type"] = "ipv4" },
        "ReleasePublicIp" => new()
        {
            ["NetworkInstanceId"] = world.StaticNetworkId,
            ["Type"] = "ipv4",
            ["IpList"] = new JsonArray(world.StaticIp),
        },
        // The page would make one up from the schema otherwise, with a limit of 0.
        "DescribePrivateNetworkInstances" or "DescribePublicNetworkInstances" or "DescribePublicIps" => new() { ["Limit"] = 20 },
        _ => [],
    };
}
