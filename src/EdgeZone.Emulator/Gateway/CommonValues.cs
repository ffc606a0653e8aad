using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Steps 3 and 6 of a call: what the common parameters say, once they are there.</summary>
internal static class CommonValues
{
    /// <summary>The one version that exists, and the one that a newcomer's call is assumed to mean.</summary>
    public const string Version = "2026-04-01";

    public const string Chinese = "zh-CN";

    public const string English = "en-US";

    /// <exception cref="ApiException">The region is no region, the language none of the two, or the version does not exist.</exception>
    public static void Judge(CommonParameters common, ApiSettings api)
    {
        if (common.Region is { } region && !RegionNames.IsWellFormed(region))
        {
            throw ApiErrors.Common.InvalidValue(common.Signing == SigningMethod.V1 ? "Region" : "X-TC-Region");
        }

        if (common.Language is not (null or English or Chinese))
        {
            throw ApiErrors.Common.InvalidValue(common.Signing == SigningMethod.V1 ? "Language" : "X-TC-Language");
        }

        if (common.Version != Version && !api.AcceptAnyVersion)
        {
            throw ApiErrors.Common.NoSuchVersion(common.Version!);
        }
    }

    /// <summary>Every action of this API needs a region, DescribeZones too.</summary>
    /// <exception cref="ApiException">None was given.</exception>
    public static string RequireRegion(CommonParameters common) => common.Region ?? throw ApiErrors.Parameter.Missing("Region");
}
