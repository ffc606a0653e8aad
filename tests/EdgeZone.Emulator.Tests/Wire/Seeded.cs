namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>What tests use of the built-in seed.</summary>
internal static class Seeded
{
    /// <summary>Has both networks, and racks of every type that the tests order.</summary>
    public const string Zone = "ap-guangzhou-1";
    public const string OtherZone = "ap-guangzhou-2";
    public const string ZoneWithoutAddressQuota = "ap-chengdu-tez-cd-1";
    public const string ZoneWithLargeAddressQuota = "ap-singapore-tez-shouer-1";
    public const string ClosedZone = "ap-beijing-tez-changchun-1";

    /// <summary>16 machines in the zone, and a quota of 10.</summary>
    public const string Medium = "BMS5.MEDIUM8";

    public const string PrivateNetwork = "net-private-001";

    /// <summary>A dynamic one.</summary>
    public const string PublicNetwork = "net-public-001";
}
