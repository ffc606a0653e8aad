namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>What DescribeZoneData measures.</summary>
public enum ZoneMetric
{
    /// <summary>Inbound bandwidth, <c>inbw</c>.</summary>
    Inbound,

    /// <summary>Outbound bandwidth, <c>outbw</c>.</summary>
    Outbound,
}
