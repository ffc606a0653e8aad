using CsCheck;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Tests.Zones;

public class RunningMachinesTests
{
    private const long Kept = 20;

    [Fact]
    public void Each_minute_that_is_kept_has_the_sum_of_the_time_its_machines_ran() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 3]).Array[1, 400].Sample(changes =>
        {
            var machines = new RunningMachines(Kept);
            var at = World.Start;
            List<DateTimeOffset> begins = [];
            foreach (var (seconds, count) in changes)
            {
                at += TimeSpan.FromSeconds(seconds);
                begins.AddRange(Enumerable.Repeat(at, count));
                machines.Add(at, count);
                if (begins.Count > 2)
                {
                    machines.Add(at, -1);
                    begins.RemoveAt(begins.Count - 1);
                }
            }

            var now = at.UtcTicks / TimeSpan.TicksPerMinute;
            for (var minute = now - Kept; minute <= now + 1; minute++)
            {
                Assert.Equal(
                    begins.Sum(begin => Math.Clamp(((minute + 1) * TimeSpan.TicksPerMinute) - begin.UtcTicks, 0, TimeSpan.TicksPerMinute)),
                    machines.TicksIn(minute));
            }
        });

    [Fact]
    public void A_busy_life_of_any_length_takes_no_more_memory()
    {
        var machines = new RunningMachines(Kept);
        var at = World.Start;
        void Live(int minutes)
        {
            for (var i = 0; i < minutes; i++)
            {
                at += TimeSpan.FromMinutes(1);
                machines.Add(at, i % 2 == 0 ? 1 : -1);
            }
        }

        Live(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Live(100_000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
