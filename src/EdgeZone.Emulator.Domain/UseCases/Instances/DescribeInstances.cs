using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>The account's instances, newest first
/// (<see href="https://www.tencentcloud.com/document/api/1230/79077">DescribeInstances</see>).</summary>
/// <param name="AppId">The account.</param>
/// <param name="Filter">Which ones.</param>
/// <param name="Window">Which of them to list.</param>
public sealed record DescribeInstances(long AppId, InstanceFilter Filter, PageWindow Window) : UseCase<Page<Instance>>
{
    internal override bool IsDescribe => true;

    internal override Page<Instance> Run(World world, DateTimeOffset now) => world.Instances.Query(world.Accounts.Get(AppId).AppId, Filter, Window);
}
