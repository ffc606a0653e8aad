using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PrivateNetworks;

/// <summary>The account's private networks, newest first
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribePrivateNetworkInstances</see>).</summary>
/// <param name="AppId">The account.</param>
/// <param name="Filter">Which ones.</param>
/// <param name="Window">Which of them to list.</param>
public sealed record DescribePrivateNetworkInstances(long AppId, NetworkFilter Filter, PageWindow Window) : UseCase<Page<PrivateNetworkDescription>>
{
    internal override bool IsDescribe => true;

    internal override Page<PrivateNetworkDescription> Run(World world, DateTimeOffset now) =>
        Page<PrivateNetworkDescription>.Of(
            [.. world.PrivateNetworks.Matching(AppId, Filter, world.CodeOf(Filter.Zone)).Select(network => network.Describe())], Window);
}
