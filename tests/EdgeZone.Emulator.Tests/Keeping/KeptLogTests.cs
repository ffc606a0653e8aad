using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Sandboxes;
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
}
