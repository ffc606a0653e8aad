using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>Instances go where no action leads, a step at a time.</summary>
public class InstanceStateTests
{
    [Fact]
    public async Task Every_step_of_an_instances_life_can_be_taken_and_no_other()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Realistic");
        var id = (await emulator.GivenInstancesAsync(1))[0];

        await RefusedAsync(emulator, id, "isolated", $"An instance that is allocating cannot become isolated, only running, error.");
        foreach (var status in new[] { "running", "isolating", "isolated", "running" })
        {
            Assert.Equal(status, (await emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { Status = status })).Status);
            Assert.Equal(status, (string?)(await emulator.CallAsync("DescribeInstances")).Rows("InstanceSet")[0]["InstanceStatus"]);
        }

        await RefusedAsync(emulator, id, "isolated", "An instance that is running cannot become isolated, only isolating, terminating.");
        await emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { Status = "terminating" });
        await RefusedAsync(emulator, id, "running", "An instance that is terminating cannot become running, only gone when its disks are wiped.");
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        Assert.Empty((await emulator.CallAsync("DescribeInstances")).InstanceIds);
        Assert.Equal(16, (await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium)).Free);
    }

    [Fact]
    public async Task An_instance_fails_on_demand_keeps_what_it_got_and_can_be_given_back()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Realistic");
        var id = (await emulator.GivenInstancesAsync(1))[0];
        await emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { Status = "error" });
        Assert.Empty((await emulator.Sandbox.GetTimersAsync()).Timers);
        Assert.Contains((await emulator.Sandbox.GetWhyAsync(id)).Chain, link => link.Event is { Kind: "statusSet", Before: "allocating", After: "error" });
        await emulator.Control.Sandbox("restored").RestoreAsync(await emulator.Sandbox.GetSnapshotAsync());
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Succeeded();
        Assert.True((await emulator.Control.ReplayAsync(await emulator.Sandbox.GetJournalAsync())).Identical);
    }

    [Fact]
    public async Task One_that_hangs_can_be_helped()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Realistic");
        await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Match = new FaultMatch { Action = "CreateInstances" },
            Then = [new FaultOutcome { Provisioning = new FaultProvisioning(Phase.Network, PhaseOutcome.Hangs) }],
        });
        var id = (await emulator.GivenInstancesAsync(1))[0];
        await emulator.Sandbox.AdvanceUntilIdleAsync();

        await emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { Status = "running" });

        Assert.Empty((await emulator.Sandbox.GetTimersAsync()).Hanging);
        Assert.NotEqual("", (string?)(await emulator.CallAsync("DescribeInstances")).Rows("InstanceSet")[0]["PrivateIp"]);
        await emulator.Control.Sandbox("restored").RestoreAsync(await emulator.Sandbox.GetSnapshotAsync());
    }

    [Fact]
    public async Task A_running_machine_is_switched_and_no_other()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        var id = (await emulator.GivenInstancesAsync(1))[0];
        var refused = emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { OperateStatus = "stopped" });
        Assert.Equal("operateStatus", (await refused.RefusedAsync(HttpStatusCode.Conflict)).Field);
        emulator.FinishWork();

        foreach (var state in new[] { "stopped", "starting", "normal", "rebooting", "normal", "stopping" })
        {
            Assert.Equal(state, (await emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { OperateStatus = state })).OperateStatus);
            Assert.Equal(state, (string?)(await emulator.CallAsync("DescribeInstances")).Rows("InstanceSet")[0]["OperateStatus"]);
        }

        refused = emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { OperateStatus = "rebooting" });
        Assert.Equal("A machine that is stopping cannot become rebooting, only stopped, normal.", (await refused.RefusedAsync(HttpStatusCode.Conflict)).Detail);
    }

    [Theory]
    [InlineData("{}", "status")]
    [InlineData("""{"status":"running","operateStatus":"normal"}""", "status")]
    [InlineData("""{"status":"gone"}""", "status")]
    [InlineData("""{"status":3}""", "status")]
    [InlineData("""{"operateStatus":"off"}""", "operateStatus")]
    [InlineData("""{"colour":"red"}""", "colour")]
    public async Task A_bad_change_is_refused_by_its_field(string body, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = (await emulator.GivenInstancesAsync(1))[0];
        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Put, ControlPlanePaths.Instance("default", id), body);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(
            "id",
            (await emulator.Sandbox.ChangeInstanceAsync("ins-none", new InstanceStateChange { Status = "error" }).RefusedAsync(HttpStatusCode.NotFound)).Field);
    }

    private static async Task RefusedAsync(EmulatorApplication emulator, string id, string status, string why)
    {
        var refusal = await emulator.Sandbox.ChangeInstanceAsync(id, new InstanceStateChange { Status = status }).RefusedAsync(HttpStatusCode.Conflict);
        Assert.Equal(("status", why), (refusal.Field, refusal.Detail));
    }
}
