using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class SettlementTests
{
    [Fact]
    public async Task Everything_that_is_due_is_done_before_calls_and_things_held_are_told()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        var instance = Assert.Single(await emulator.GivenInstancesAsync(1));
        var before = await emulator.Sandbox.GetClockAsync();

        var settled = await emulator.Sandbox.SettleAsync();

        Assert.Equal((instance, "running"), Assert.Single(settled.Held.Instances.Select(held => (held.Id, held.Status))));
        Assert.Empty(settled.Held.Pending);
        Assert.Equal(["CreateInstances"], settled.Calls.Calls.Select(call => call.Action));
        Assert.Equal(TimeSpan.FromSeconds(3), (await emulator.Sandbox.GetClockAsync()).Now - before.Now);
    }

    [Fact]
    public async Task Calls_and_things_held_are_told_as_each_is_told_alone()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        await emulator.GivenInstancesAsync(2);
        (await emulator.CallAsync("TerminateInstances", "{}")).Refused("MissingParameter");

        var settled = await emulator.PostAsync(ControlPlanePaths.Settlement("default"), "");

        Assert.Equal((await emulator.GetAsync(ControlPlanePaths.Calls("default"))).ToJsonString(), settled["calls"]!.ToJsonString());
        Assert.Equal((await emulator.GetAsync(ControlPlanePaths.Held("default"))).ToJsonString(), settled["held"]!.ToJsonString());
    }

    [Fact]
    public async Task A_sandbox_that_is_not_there_is_not_made_for_it()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Post, ControlPlanePaths.Settlement("nobodys"));

        Assert.DoesNotContain("nobodys", (await emulator.Control.ListSandboxesAsync()).Sandboxes.Select(sandbox => sandbox.Name));
    }
}
