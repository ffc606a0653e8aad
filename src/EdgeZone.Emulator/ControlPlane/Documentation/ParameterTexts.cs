namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>What there is to say about a parameter besides its name and type.</summary>
internal static class ParameterTexts
{
    public static string? Of(string parameter) => parameter switch
    {
        "Zone" or "ZoneId" => "Code of a zone, as DescribeZones lists it.",
        "InstanceType" => "Code of an instance type, as DescribeInstanceTypes lists it.",
        "InstanceCount" => "1 to 50. Default 1.",
        "ImageId" => "Default: the zone's standard image.",
        "VersionNumber" => "Version of the image. Default: the newest.",
        "EnableIpv6" => "Whether the instances get IPv6 addresses too. Default false.",
        "PrivateNetworkId" => "Id of a private network in the same zone.",
        "PublicNetworkId" => "Id of a public network in the same zone.",
        "Password" => "8 to 30 characters of at least three kinds; not together with SSHKey. Never shown.",
        "SSHKey" => "An OpenSSH public key; not together with Password. Never shown.",
        "InstanceIds" => "Ids of instances, at most 100.",
        "InstanceStatus" => "allocating, running, isolating, isolated, terminating, error.",
        "PublicIps" => "At most 100.",
        "Offset" => "How many to skip. Default 0.",
        "Limit" => "How many to list, at most 100. Default 20.",
        "FilterByAppId" => "Whether only zones open to the account are listed. Default true.",
        "MetricName" => "inbw or outbw.",
        "StartTime" or "EndTime" => "UTC, such as 2026-04-23T07:00:00Z; two days apart at the most.",
        "Network" => "First address of the subnet, without the prefix length.",
        "Mask" => "Length of the subnet's prefix.",
        "RouteMode" => "static, bgp or ospf.",
        "Bandwidth" => "Mbit/s.",
        "BgpAsNumber" => "Only with RouteMode bgp.",
        "IpType" or "Type" => "ipv4 or ipv6.",
        "Count" => "1 to 100.",
        _ => null,
    };
}
