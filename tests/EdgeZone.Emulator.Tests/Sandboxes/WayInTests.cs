using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.Sandboxes;

/// <summary>The asynchronous way into a sandbox costs nothing when nobody has to wait.</summary>
public class WayInTests
{
    private const int Times = 1_000;

    [Fact]
    public async Task Waiting_for_a_turn_that_comes_at_once_allocates_nothing()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var sandbox = emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default");
        var look = new ReadClock();

        var atOnce = await AllocatedByAsync(() =>
        {
            sandbox.Execute(look);
            return ValueTask.CompletedTask;
        });
        var atItsTurn = await AllocatedByAsync(async () => await sandbox.ExecuteAsync(look));

        Assert.InRange(atItsTurn, 0, atOnce);
    }

    /// <summary>The least of several rounds: the runtime may compile beside any of them.</summary>
    private static async Task<long> AllocatedByAsync(Func<ValueTask> action)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Times; i++)
            {
                await action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
