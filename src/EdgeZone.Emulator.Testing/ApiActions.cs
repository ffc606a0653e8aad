namespace EdgeZone.Emulator.Testing;

/// <summary>The actions of the API, for those who would rather not misspell one: <c>sandbox.Faults.On(ApiActions.CreateInstances)</c>.</summary>
public static class ApiActions
{
    /// <summary>Any action.</summary>
    public const string Any = "*";

    /// <summary>Reserves machines and begins to install them.</summary>
    public const string CreateInstances = "CreateInstances";

    /// <summary>Lists instances, the newest first.</summary>
    public const string DescribeInstances = "DescribeInstances";

    /// <summary>Renames an instance or gives it another public address.</summary>
    public const string ModifyInstanceAttribute = "ModifyInstanceAttribute";

    /// <summary>Gives instances back.</summary>
    public const string TerminateInstances = "TerminateInstances";

    /// <summary>Lists instance types and the quota of each.</summary>
    public const string DescribeInstanceTypes = "DescribeInstanceTypes";

    /// <summary>Lists the zones of the account.</summary>
    public const string DescribeZones = "DescribeZones";

    /// <summary>Shows the traffic of a zone, minute by minute.</summary>
    public const string DescribeZoneData = "DescribeZoneData";

    /// <summary>Switches the edge node service on in a zone.</summary>
    public const string CreateEdgeNodeService = "CreateEdgeNodeService";

    /// <summary>Creates a private network.</summary>
    public const string CreatePrivateNetworkInstance = "CreatePrivateNetworkInstance";

    /// <summary>Renames a private network.</summary>
    public const string ModifyPrivateNetworkInstance = "ModifyPrivateNetworkInstance";

    /// <summary>Deletes a private network.</summary>
    public const string DeletePrivateNetworkInstance = "DeletePrivateNetworkInstance";

    /// <summary>Lists private networks, the newest first.</summary>
    public const string DescribePrivateNetworkInstances = "DescribePrivateNetworkInstances";

    /// <summary>Creates a public network.</summary>
    public const string CreatePublicNetworkInstance = "CreatePublicNetworkInstance";

    /// <summary>Renames a public network.</summary>
    public const string ModifyPublicNetworkInstance = "ModifyPublicNetworkInstance";

    /// <summary>Deletes a public network.</summary>
    public const string DeletePublicNetworkInstance = "DeletePublicNetworkInstance";

    /// <summary>Lists public networks, the newest first.</summary>
    public const string DescribePublicNetworkInstances = "DescribePublicNetworkInstances";

    /// <summary>Applies for public addresses.</summary>
    public const string ApplyPublicIps = "ApplyPublicIps";

    /// <summary>Gives public addresses back.</summary>
    public const string ReleasePublicIp = "ReleasePublicIp";

    /// <summary>Lists public addresses and ranges.</summary>
    public const string DescribePublicIps = "DescribePublicIps";
}
