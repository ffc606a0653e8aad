namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// Every error code in the documents: those of the actions and those of the whole platform.
/// https://www.tencentcloud.com/document/api/1230/79065, https://www.tencentcloud.com/document/product/213/33281
/// </summary>
internal static class KnownCodes
{
    private const string AnyMessage = "The operation failed.";

    private const int UsualLimit = 20;

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "ActionOffline",
        "AuthFailure.InvalidAuthorization",
        "AuthFailure.InvalidSecretId",
        "AuthFailure.MFAFailure",
        "AuthFailure.SecretIdNotFound",
        "AuthFailure.SignatureExpire",
        "AuthFailure.SignatureFailure",
        "AuthFailure.TokenFailure",
        "AuthFailure.UnauthorizedOperation",
        "DryRunOperation",
        "FailedOperation",
        "FailedOperation.IpStillBoundToServer",
        "FailedOperation.NotSupportedForDynamicInstance",
        "FailedOperation.PrivateInstanceDuplicate",
        "FailedOperation.PublicInstanceDuplicate",
        "InternalError",
        "InvalidAction",
        "InvalidParameter",
        "InvalidParameter.InvalidQuota",
        "InvalidParameter.ParamError",
        "InvalidParameterValue",
        "InvalidParameterValue.InvalidNetwork",
        "InvalidParameterValue.PublicIpNotAvailable",
        "InvalidParameterValue.PublicIpv6NotAvailable",
        "IpInBlacklist",
        "IpNotInWhitelist",
        "LimitExceeded",
        "LimitExceeded.InstanceQuota",
        "LimitExceeded.Ipv6QuotaExceeded",
        "LimitExceeded.Ipv6QuotaNotConfigured",
        "LimitExceeded.QuotaExceeded",
        "LimitExceeded.QuotaNotConfigured",
        "MissingParameter",
        "NoSuchProduct",
        "NoSuchVersion",
        "RequestLimitExceeded",
        "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
        "RequestLimitExceeded.IPLimitExceeded",
        "RequestLimitExceeded.UinLimitExceeded",
        "RequestSizeLimitExceeded",
        "ResourceInUse",
        "ResourceInUse.PrivateInstanceInUse",
        "ResourceInUse.PublicInstanceInUse",
        "ResourceInsufficient",
        "ResourceInsufficient.NoAvailableCidr",
        "ResourceInsufficient.PublicIpInsufficient",
        "ResourceInsufficient.PublicIpv6Insufficient",
        "ResourceNotFound",
        "ResourceNotFound.Instance",
        "ResourceNotFound.PrivateInstanceNotFound",
        "ResourceNotFound.PublicInstanceNotFound",
        "ResourceNotFound.Zone",
        "ResourceNotFound.ZoneNotFound",
        "ResourceUnavailable",
        "ResponseSizeLimitExceeded",
        "ServiceUnavailable",
        "UnauthorizedOperation",
        "UnauthorizedOperation.PermissionDenied",
        "UnknownParameter",
        "UnsupportedOperation",
        "UnsupportedOperation.InvalidInstanceState",
        "UnsupportedOperation.LegacyCompatBatchMixed",
        "UnsupportedProtocol",
        "UnsupportedRegion",
    };

    /// <summary>A message that fits a code, known or not.</summary>
    public static string MessageOf(string code) => code switch
    {
        "InternalError" => ApiErrors.Service.InternalError().Message,
        "RequestLimitExceeded" => ApiErrors.Service.RateLimited(UsualLimit + 1, UsualLimit).Message,
        _ => AnyMessage,
    };
}
