using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Errors;

public static partial class Refusal
{
    /// <summary>Private network instances.</summary>
    public static class PrivateNetwork
    {
        /// <summary>Unknown, or another account's.</summary>
        public static EdgeZoneException NotFound(NetworkId id) =>
            new(ErrorCodes.PrivateInstanceNotFound, $"Private network instance {id} does not exist");

        /// <summary>An account has at most one in a zone.</summary>
        public static EdgeZoneException Duplicate(NetworkId existingId, ZoneCode zone) =>
            new(ErrorCodes.PrivateInstanceDuplicate, $"Private network instance {existingId} already exists in zone {zone}");

        /// <summary>Not a private subnet in canonical form.</summary>
        public static EdgeZoneException InvalidNetwork(string network, long mask, string reason) =>
            new(ErrorCodes.InvalidNetwork, $"Network {network}/{mask} is invalid: {reason}");

        /// <summary>Servers are still attached.</summary>
        public static EdgeZoneException InUse(NetworkId id, int servers) =>
            new(ErrorCodes.PrivateInstanceInUse, $"Private network instance {id} is in use by {servers} servers");
    }

    /// <summary>Public network instances.</summary>
    public static class PublicNetwork
    {
        /// <summary>Unknown, or another account's.</summary>
        public static EdgeZoneException NotFound(NetworkId id) =>
            new(ErrorCodes.PublicInstanceNotFound, $"Public network instance {id} does not exist");

        /// <summary>An account has at most one in a zone.</summary>
        public static EdgeZoneException Duplicate(NetworkId existingId, ZoneCode zone) =>
            new(ErrorCodes.PublicInstanceDuplicate, $"Public network instance {existingId} already exists in zone {zone}");

        /// <summary>Servers are attached or addresses applied for.</summary>
        public static EdgeZoneException InUse(NetworkId id, int servers, long addresses) =>
            new(ErrorCodes.PublicInstanceInUse, $"Public network instance {id} is in use by {servers} servers and {addresses} applied IPs");

        /// <summary>Another account's, where the API tells so.</summary>
        public static EdgeZoneException Foreign(NetworkId id) =>
            new(ErrorCodes.PermissionDenied, $"Public network instance {id} does not belong to the account");

        /// <summary>A range cannot be sized without an IPv4 quota.</summary>
        public static EdgeZoneException QuotaNotConfigured(ZoneCode zone) =>
            new(ErrorCodes.QuotaNotConfigured, $"IPv4 quota is not configured in zone {zone}");

        /// <summary>No range size fits the quota.</summary>
        public static EdgeZoneException InvalidQuota(ZoneCode zone, int quota) =>
            new(ErrorCodes.InvalidQuota, $"IPv4 quota {quota} in zone {zone} is not between 1 and 128");

        /// <summary>The zone's ranges are all taken.</summary>
        public static EdgeZoneException NoAvailableRange(ZoneCode zone, int prefixLength) =>
            new(ErrorCodes.NoAvailableCidr, $"Zone {zone} has no available /{prefixLength} range");
    }

    /// <summary>Public addresses of STATIC networks.</summary>
    public static class PublicIp
    {
        /// <summary>The system hands out the addresses of BGP and OSPF networks itself.</summary>
        public static EdgeZoneException NotStatic(NetworkId networkId, string routeMode) =>
            new(ErrorCodes.NotSupportedForDynamicInstance, $"Public network instance {networkId} is in {routeMode} mode, its IPs are allocated automatically");

        /// <summary>The account has no quota of the family in the zone.</summary>
        public static EdgeZoneException QuotaNotConfigured(IpFamily family, ZoneCode zone) => family == IpFamily.Ipv6
            ? new(ErrorCodes.Ipv6QuotaNotConfigured, $"IPv6 quota is not configured in zone {zone}")
            : new(ErrorCodes.QuotaNotConfigured, $"IPv4 quota is not configured in zone {zone}");

        /// <summary>The request would exceed the account's quota.</summary>
        public static EdgeZoneException QuotaExceeded(IpFamily family, int quota, long used, long requested) => family == IpFamily.Ipv6
            ? new(ErrorCodes.Ipv6QuotaExceeded, $"IPv6 quota exceeded: quota {quota}, used {used}, requested {requested}")
            : new(ErrorCodes.QuotaExceeded, $"IPv4 quota exceeded: quota {quota}, used {used}, requested {requested}");

        /// <summary>The zone's pool cannot serve the whole request.</summary>
        public static EdgeZoneException Insufficient(IpFamily family, ZoneCode zone, long requested) => family == IpFamily.Ipv6
            ? new(ErrorCodes.PublicIpv6Insufficient, $"Zone {zone} has fewer than {requested} available public IPv6 addresses")
            : new(ErrorCodes.PublicIpInsufficient, $"Zone {zone} has fewer than {requested} available public IPv4 addresses");

        /// <summary>The address was not applied for in this network.</summary>
        public static EdgeZoneException NotApplied(IpFamily family, string address, NetworkId networkId) => new(
            family == IpFamily.Ipv6 ? ErrorCodes.PublicIpv6NotAvailable : ErrorCodes.PublicIpNotAvailable,
            $"Public IP {address} has not been applied for in public network instance {networkId}");

        /// <summary>The address serves an instance.</summary>
        public static EdgeZoneException StillBound(string address, InstanceId instanceId) =>
            new(ErrorCodes.IpStillBoundToServer, $"Public IP {address} is still bound to instance {instanceId}");
    }
}
