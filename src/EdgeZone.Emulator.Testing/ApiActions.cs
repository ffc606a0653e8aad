namespace EdgeZone.Emulator.Testing;

/// <summary>The actions of the API, for those who would rather not misspell one: <c>sandbox.Faults.On(ApiActions.CreateInstances)</c>.</summary>
public static class ApiActions
{
    /// <summary>Any action.</summary>
    public const string Any = "*";

    /// <summary>Orders machines.</summary>
    public const string CreateInstances = "CreateInstances";

    /// <summary>Lists instances.</summary>
    public const string DescribeInstances = "DescribeInstances";

    /// <summary>Renames an instance, or gives it another address.</summary>
    public const string ModifyInstanceAttribute = "ModifyInstanceAttribute";

    /// <summary>Gives instances back.</summary>
    public const string TerminateInstances = "TerminateInstances";

    /// <summary>Lists instance types and their stock.</summary>
    public const string DescribeInstanceTypes = "DescribeInstanceTypes";

    /// <summary>Lists zones.</summary>
    public const string DescribeZones = "DescribeZones";

    /// <summary>Tells what went on in a zone.</summary>
    public const string DescribeZoneData = "DescribeZoneData";

    /// <summary>Begins the billing of a zone.</summary>
    public const string CreateEdgeNodeService = "CreateEdgeNodeService";

    /// <summary>Makes a private network.</summary>
    public const string CreatePrivateNetworkInstance = "CreatePrivateNetworkInstance";

    /// <summary>Renames a private network.</summary>
    public const string ModifyPrivateNetworkInstance = "ModifyPrivateNetworkInstance";

    /// <summary>Deletes a private network.</summary>
    public const string DeletePrivateNetworkInstance = "DeletePrivateNetworkInstance";

    /// <summary>Lists private networks.</summary>
    public const string DescribePrivateNetworkInstances = "DescribePrivateNetworkInstances";

    /// <summary>Makes a public network.</summary>
    public const string CreatePublicNetworkInstance = "CreatePublicNetworkInstance";

    /// <summary>Renames a public network.</summary>
    public const string ModifyPublicNetworkInstance = "ModifyPublicNetworkInstance";

    /// <summary>Deletes a public network.</summary>
    public const string DeletePublicNetworkInstance = "DeletePublicNetworkInstance";

    /// <summary>Lists public networks.</summary>
    public const string DescribePublicNetworkInstances = "DescribePublicNetworkInstances";

    /// <summary>Applies for addresses.</summary>
    public const string ApplyPublicIps = "ApplyPublicIps";

    /// <summary>Releases addresses.</summary>
    public const string ReleasePublicIp = "ReleasePublicIp";

    /// <summary>Lists addresses.</summary>
    public const string DescribePublicIps = "DescribePublicIps";
}
