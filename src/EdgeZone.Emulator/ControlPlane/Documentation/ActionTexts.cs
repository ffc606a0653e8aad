namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>What an action does, in a line.</summary>
internal static class ActionTexts
{
    public static string Of(string action) => action switch
    {
        "CreateInstances" => "Reserves machines and begins to install them",
        "DescribeInstances" => "Lists instances, the newest first",
        "ModifyInstanceAttribute" => "Renames an instance or gives it another public address",
        "TerminateInstances" => "Gives instances back",
        "DescribeInstanceTypes" => "Lists instance types and the quota of each",
        "DescribeZones" => "Lists the zones of the account",
        "DescribeZoneData" => "Shows the traffic of a zone",
        "CreateEdgeNodeService" => "Switches the edge node service on in a zone",
        "CreatePrivateNetworkInstance" => "Creates a private network",
        "ModifyPrivateNetworkInstance" => "Renames a private network",
        "DeletePrivateNetworkInstance" => "Deletes a private network",
        "DescribePrivateNetworkInstances" => "Lists private networks",
        "CreatePublicNetworkInstance" => "Creates a public network",
        "ModifyPublicNetworkInstance" => "Renames a public network",
        "DeletePublicNetworkInstance" => "Deletes a public network",
        "DescribePublicNetworkInstances" => "Lists public networks",
        "ApplyPublicIps" => "Applies for public addresses",
        "ReleasePublicIp" => "Gives public addresses back",
        "DescribePublicIps" => "Lists public addresses",
        _ => action,
    };
}
