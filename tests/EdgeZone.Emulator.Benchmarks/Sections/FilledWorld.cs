using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.UseCases.Instances;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>A world with so many instances, all of them running.</summary>
/// <param name="Cloud">The world.</param>
/// <param name="Instances">How many.</param>
/// <param name="SomeId">The id of one in the middle.</param>
/// <param name="BytesPerInstance">What one added to the heap, with everything that the engine keeps about it.</param>
/// <param name="BytesPerAddress">What one of the public addresses applied for beforehand added.</param>
internal sealed record FilledWorld(EdgeCloud Cloud, int Instances, InstanceId SomeId, double BytesPerInstance, double BytesPerAddress)
{
    /// <param name="instances">How many instances it holds.</param>
    /// <param name="spare">Room for more on top of them.</param>
    public static FilledWorld Of(int instances, int spare)
    {
        var seed = EngineWorld.Seed(instances, spare);
        var seeded = Heap();
        var cloud = EngineWorld.Create(seed);
        var empty = Heap();
        for (var filled = 0; filled < instances; filled += EngineWorld.Batch)
        {
            cloud.Execute(new CreateInstances(EngineWorld.AppId, EngineWorld.Order(Math.Min(EngineWorld.Batch, instances - filled))));
        }

        var middle = cloud.Execute(new DescribeInstances(EngineWorld.AppId, new InstanceFilter(), new PageWindow(instances / 2, 1))).Items[0];
        var full = Heap();
        GC.KeepAlive(seed);
        return new FilledWorld(cloud, instances, middle.InstanceId, (full - empty) / (double)instances, (empty - seeded) / (double)(instances + spare));
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);
}
