using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicNetworks;

/// <summary>The account's public networks, newest first
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribePublicNetworkInstances</see>).</summary>
/// <remarks>ResourceNotFound.PublicInstanceNotFound: the id asked for is none of the account's networks.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Filter">Which ones.</param>
/// <param name="Window">Which of them to list.</param>
public sealed record DescribePublicNetworkInstances(long AppId, NetworkFilter Filter, PageWindow Window) : UseCase<Page<PublicNetworkDescription>>
{
    internal override bool IsDescribe => true;

    internal override Page<PublicNetworkDescription> Run(World world, DateTimeOffset now)
    {
        if (Filter.Id is { } id && world.PublicNetworks.FindOwned(AppId, id) is null)
        {
            throw Refusal.PublicNetwork.NotFound(id);
        }

        return Page<PublicNetworkDescription>.Of(
            [.. world.PublicNetworks.Matching(AppId, Filter, world.CodeOf(Filter.Zone)).Select(network => network.Describe())], Window);
    }
}
