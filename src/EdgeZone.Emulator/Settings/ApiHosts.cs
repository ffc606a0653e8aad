using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Settings;

/// <summary>The hosts of Tencent Cloud's APIs: those that the emulator stands for, and those that nobody shall reach through it by mistake.</summary>
internal static class ApiHosts
{
    /// <summary>The two that SDKs of both sites call when nobody tells them otherwise.</summary>
    public static IReadOnlyList<string> WithoutRegion { get; } = ["edgezone.tencentcloudapi.com", "edgezone.intl.tencentcloudapi.com"];

    private static readonly string[] Domains = ["tencentcloudapi.com", "tencentcloud.com", "tencentcloudapi.cn", "tencentcloudapi.woa.com"];

    /// <summary>
    /// Whether it is a host of the API that the emulator answers: <c>edgezone</c>, a region if there is one, <c>intl</c> or <c>internal</c> if it
    /// is that site's, and the domain of the APIs.
    /// </summary>
    /// <param name="host">A name in whatever case, its last dot optional.</param>
    public static bool AreOurs(string host)
    {
        var labels = Normal(host).Split('.');
        if (labels is not [EdgeZoneApi.Product, .. var middle, var domain, "com"] || domain is not ("tencentcloudapi" or "tencentcloud"))
        {
            return false;
        }

        return middle switch
        {
            [] => true,
            [var site] when IsSite(site) => true,
            [var region] => RegionNames.IsWellFormed(region),
            [var region, var site] => RegionNames.IsWellFormed(region) && IsSite(site),
            _ => false,
        };
    }

    /// <summary>Whether it is a host of any API of the cloud.</summary>
    public static bool AreTheClouds(string host) =>
        Normal(host) is var name && Domains.Any(domain => name == domain || name.EndsWith($".{domain}", StringComparison.Ordinal));

    /// <summary>A name as it is compared: in lower case, without the dot of the root.</summary>
    public static string Normal(string host) => (host.EndsWith('.') ? host[..^1] : host).ToLowerInvariant();

    private static bool IsSite(string label) => label is "intl" or "internal";
}
