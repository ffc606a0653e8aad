using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Snapshots;
using EdgeZone.Emulator.Storage;
using EdgeZone.Emulator.Tests.Storage;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.Keeping;

public class KeptLogTests
{
    [Fact]
    public async Task A_snapshot_waits_until_there_is_as_much_to_take_the_place_of_as_the_one_before_had()
    {
        const int Further = 20;
        using var directory = new TestDirectory();
        await using var emulator = await EmulatorApplication.StartAsync();
        var sandbox = emulator.Services.GetRequiredService<SandboxFactory>().Create("large");
        await using (var store = SandboxStore.Open(directory.Name, "1"))
        {
            sandbox.Log = new KeptLog(store, store.Create(sandbox.Name, new byte[1]), longest: 1);
            for (var i = 0; i <= Further; i++)
            {
                sandbox.Execute(new SetStock(new ZoneCode("ap-guangzhou-1"), Seeded.Medium, Free: i, Quota: 0));
                await sandbox.WaitUntilKeptAsync();
            }
        }

        await using var next = SandboxStore.Open(directory.Name, "1");
        // The first of them had a snapshot of its own, of a whole world; what followed is much less than that.
        Assert.InRange(Assert.Single(next.Load()).Entries.Count, Further, Further + 1);
    }

    [Fact]
    public async Task A_kept_world_is_the_world_in_a_fraction_of_the_room()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstancesAsync(10);
        var state = emulator.Cloud().Save();

        var (bytes, length) = PackedWorld.Write(state);

        var document = SnapshotDocument.Write(state);
        Assert.Equal(document, SnapshotDocument.Write(PackedWorld.Read(bytes)));
        Assert.Equal(document.Length, length);
        Assert.InRange(bytes.Length, 1, document.Length / 2);
    }

    [Fact]
    public async Task Of_a_kept_world_nothing_may_be_missing()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var (bytes, _) = PackedWorld.Write(emulator.Cloud().Save());

        foreach (var length in Enumerable.Range(0, bytes.Length).Where(length => length % 37 == 0))
        {
            Assert.Throws<WorldStateException>(() => PackedWorld.Read(bytes[..length]));
        }

        Assert.Throws<WorldStateException>(() => PackedWorld.Read(new byte[100]));
    }
}
