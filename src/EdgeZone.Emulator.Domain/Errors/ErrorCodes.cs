namespace EdgeZone.Emulator.Domain.Errors;

/// <summary>The API's error codes the engine can raise, each typed once.</summary>
/// <remarks>The lists per action are on the actions' pages, see https://www.tencentcloud.com/document/api/1230/79065.</remarks>
public static class ErrorCodes
{
    /// <summary>The operation cannot be carried out now.</summary>
    public const string FailedOperation = "FailedOperation";

    /// <summary>The address is bound to a machine.</summary>
    public const string IpStillBoundToServer = "FailedOperation.IpStillBoundToServer";

    /// <summary>Addresses of BGP and OSPF networks are neither applied for nor released.</summary>
    public const string NotSupportedForDynamicInstance = "FailedOperation.NotSupportedForDynamicInstance";

    /// <summary>The account has a private network instance in the zone already.</summary>
    public const string PrivateInstanceDuplicate = "FailedOperation.PrivateInstanceDuplicate";

    /// <summary>The account has a public network instance in the zone already.</summary>
    public const string PublicInstanceDuplicate = "FailedOperation.PublicInstanceDuplicate";

    /// <summary>A parameter is wrong.</summary>
    public const string InvalidParameter = "InvalidParameter";

    /// <summary>The address quota has no matching range size.</summary>
    public const string InvalidQuota = "InvalidParameter.InvalidQuota";

    /// <summary>A parameter is wrong; the spelling of the zone actions.</summary>
    public const string ParamError = "InvalidParameter.ParamError";

    /// <summary>The value of a parameter is wrong.</summary>
    public const string InvalidParameterValue = "InvalidParameterValue";

    /// <summary>Not a legal private subnet.</summary>
    public const string InvalidNetwork = "InvalidParameterValue.InvalidNetwork";

    /// <summary>The IPv4 address was never applied for in the network.</summary>
    public const string PublicIpNotAvailable = "InvalidParameterValue.PublicIpNotAvailable";

    /// <summary>The IPv6 address was never applied for in the network.</summary>
    public const string PublicIpv6NotAvailable = "InvalidParameterValue.PublicIpv6NotAvailable";

    /// <summary>More instances than the account may have of the model in the zone.</summary>
    public const string InstanceQuota = "LimitExceeded.InstanceQuota";

    /// <summary>More IPv4 addresses than the account may have in the zone.</summary>
    public const string QuotaExceeded = "LimitExceeded.QuotaExceeded";

    /// <summary>The account has no IPv4 quota in the zone.</summary>
    public const string QuotaNotConfigured = "LimitExceeded.QuotaNotConfigured";

    /// <summary>More IPv6 addresses than the account may have in the zone.</summary>
    public const string Ipv6QuotaExceeded = "LimitExceeded.Ipv6QuotaExceeded";

    /// <summary>The account has no IPv6 quota in the zone.</summary>
    public const string Ipv6QuotaNotConfigured = "LimitExceeded.Ipv6QuotaNotConfigured";

    /// <summary>Servers are attached to the private network.</summary>
    public const string PrivateInstanceInUse = "ResourceInUse.PrivateInstanceInUse";

    /// <summary>Servers or addresses belong to the public network.</summary>
    public const string PublicInstanceInUse = "ResourceInUse.PublicInstanceInUse";

    /// <summary>No machine is free.</summary>
    public const string ResourceInsufficient = "ResourceInsufficient";

    /// <summary>The zone has no free range for a BGP or OSPF network.</summary>
    public const string NoAvailableCidr = "ResourceInsufficient.NoAvailableCidr";

    /// <summary>The zone's pool holds too few IPv4 addresses.</summary>
    public const string PublicIpInsufficient = "ResourceInsufficient.PublicIpInsufficient";

    /// <summary>The zone's pool holds too few IPv6 addresses.</summary>
    public const string PublicIpv6Insufficient = "ResourceInsufficient.PublicIpv6Insufficient";

    /// <summary>No such instance.</summary>
    public const string InstanceNotFound = "ResourceNotFound.Instance";

    /// <summary>No such private network instance.</summary>
    public const string PrivateInstanceNotFound = "ResourceNotFound.PrivateInstanceNotFound";

    /// <summary>No such public network instance.</summary>
    public const string PublicInstanceNotFound = "ResourceNotFound.PublicInstanceNotFound";

    /// <summary>No such zone; the spelling of CreateEdgeNodeService.</summary>
    public const string Zone = "ResourceNotFound.Zone";

    /// <summary>No such zone; the spelling of CreatePublicNetworkInstance.</summary>
    public const string ZoneNotFound = "ResourceNotFound.ZoneNotFound";

    /// <summary>The network belongs to another account.</summary>
    public const string PermissionDenied = "UnauthorizedOperation.PermissionDenied";

    /// <summary>The instance's status does not allow the operation.</summary>
    public const string InvalidInstanceState = "UnsupportedOperation.InvalidInstanceState";
}
