using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicIps;

/// <summary>The addresses of the account's STATIC networks and the ranges of its other ones
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribePublicIps</see>).</summary>
/// <param name="AppId">The account.</param>
/// <param name="Filter">Which ones, in which order.</param>
/// <param name="Window">Which of them to list.</param>
public sealed record DescribePublicIps(long AppId, PublicIpFilter Filter, PageWindow Window) : UseCase<Page<PublicIpDescription>>
{
    internal override bool IsDescribe => true;

    internal override Page<PublicIpDescription> Run(World world, DateTimeOffset now)
    {
        var rows = world.PublicNetworks
            .Matching(AppId, new NetworkFilter(), world.CodeOf(Filter.Zone))
            .SelectMany(network => network.Describe(world.Instances.IdOf))
            .Where(Filter.Matches);
        return Page<PublicIpDescription>.Of([.. Filter.Sort(rows)], Window);
    }
}
