using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Errors;

/// <summary>Every reason for which the engine refuses a call, as a factory of the exception to throw, grouped by what it concerns.</summary>
public static partial class Refusal
{
    /// <summary>A value that names nothing the account may use.</summary>
    public static class Parameter
    {
        /// <summary>The value of a parameter names nothing usable.</summary>
        public static EdgeZoneException InvalidValue(string parameter, string value, string reason) =>
            new(ErrorCodes.InvalidParameterValue, $"The value `{value}` of parameter `{parameter}` is invalid: {reason}.");

        /// <summary>As <see cref="InvalidValue"/>, for actions whose only code for it is the shorter one.</summary>
        public static EdgeZoneException Invalid(string parameter, string value, string reason) =>
            new(ErrorCodes.InvalidParameter, $"The value `{value}` of parameter `{parameter}` is invalid: {reason}.");
    }

    /// <summary>Instances and the machines they ask for.</summary>
    public static class Instance
    {
        /// <summary>Unknown, or another account's.</summary>
        public static EdgeZoneException NotFound(InstanceId id) => new(ErrorCodes.InstanceNotFound, $"Instance {id} does not exist");

        /// <summary>Only stable instances can be given back.</summary>
        public static EdgeZoneException CannotTerminate(InstanceId id, string status) =>
            new(ErrorCodes.InvalidInstanceState, $"Instance {id} is in {status} status, cannot terminate");

        /// <summary>An instance that is being given back keeps its name.</summary>
        public static EdgeZoneException CannotRename(InstanceId id, string status) =>
            new(ErrorCodes.FailedOperation, $"Instance {id} is in {status} status, cannot be renamed");

        /// <summary>Only a running instance can change its address.</summary>
        public static EdgeZoneException CannotChangeAddress(InstanceId id, string status) =>
            new(ErrorCodes.FailedOperation, $"Instance {id} is in {status} status, cannot change its public IP");

        /// <summary>The wanted address serves another instance.</summary>
        public static EdgeZoneException AddressInUse(InstanceId id, string address) =>
            new(ErrorCodes.FailedOperation, $"Public IP {address} is in use, cannot be bound to instance {id}");

        /// <summary>The request as a whole would exceed the account's quota, so none of it is carried out.</summary>
        public static EdgeZoneException QuotaExceeded(uint quota, long used, long requested) =>
            new(ErrorCodes.InstanceQuota, $"Instance quota exceeded: quota {quota}, used {used}, requested {requested}");

        /// <summary>Not a single machine is free.</summary>
        public static EdgeZoneException OutOfStock(string instanceType, ZoneCode zone) =>
            new(ErrorCodes.ResourceInsufficient, $"Insufficient resources for {instanceType} in {zone}");
    }

    /// <summary>Zones, by the spelling of the action that looks for one.</summary>
    public static class Zone
    {
        /// <summary>CreateEdgeNodeService.</summary>
        public static EdgeZoneException UnknownToEdgeNodeService(ZoneCode zone) => new(ErrorCodes.Zone, $"Zone {zone} does not exist");

        /// <summary>CreatePublicNetworkInstance.</summary>
        public static EdgeZoneException UnknownToPublicNetwork(string zone) => new(ErrorCodes.ZoneNotFound, $"Zone {zone} does not exist");

        /// <summary>DescribeZoneData.</summary>
        public static EdgeZoneException UnknownToZoneData(ZoneCode zone) => new(ErrorCodes.ParamError, $"Zone {zone} does not exist");
    }
}
