using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>What the common parameters say, once they are there.</summary>
internal static class CommonValues
{
    /// <exception cref="ApiException">The region is no region, the language none of the two, or the version does not exist.</exception>
    public static void Check(ApiRequest request, ApiSettings api)
    {
        var (_, version, region, language) = request.Common;
        if (region is not null && !RegionNames.IsWellFormed(region))
        {
            throw ApiErrors.Common.InvalidValue(request.NameOf("Region"));
        }

        if (language is not (null or LanguageNames.English or LanguageNames.Chinese))
        {
            throw ApiErrors.Common.InvalidValue(request.NameOf("Language"));
        }

        if (version != EdgeZoneApi.Version && !api.AcceptAnyVersion)
        {
            throw ApiErrors.Common.NoSuchVersion(version);
        }
    }

    /// <summary>Every action of this API needs a region, DescribeZones too.</summary>
    /// <exception cref="ApiException">None was given.</exception>
    public static string RequireRegion(CommonParameters common) => common.Region ?? throw ApiErrors.Parameter.Missing("Region");
}
