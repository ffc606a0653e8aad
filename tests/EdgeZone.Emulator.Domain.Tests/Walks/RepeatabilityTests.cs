using CsCheck;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

public class RepeatabilityTests
{
    [Fact]
    public void The_same_seed_and_calls_give_the_same_world_to_the_last_character() => Step.Walk.Sample(
        steps => Assert.Equal(Record(steps), Record(steps)), iter: 100);

    [Fact]
    public void What_happened_in_one_sandbox_leaves_no_trace_in_the_next_of_that_name() => Gen.Select(Step.Walk, Step.Walk).Sample(
        (first, second) =>
        {
            var fresh = Record(second);
            Record(first);
            Assert.Equal(fresh, Record(second));
        },
        iter: 20);

    private static string Record(Step[] steps)
    {
        var world = new World(options: new WorldOptions { Durations = ProvisioningDurations.Realistic });
        var walker = new Walker(world);
        var record = string.Join("\n", steps.Select(step => $"{world.Cloud.RequestIdOf(world.Cloud.TakeNumber())} {walker.Take(step)}"));
        return record + "\n" + new Snapshot(world.Cloud);
    }
}
