using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>https://www.tencentcloud.com/document/api/1230/79074</summary>
public class TerminateInstancesTests
{
    [Fact]
    public async Task Without_a_failure_there_is_no_list_of_failures()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        var answer = (await Terminate(emulator.Alice, id)).Succeeded();

        Assert.Equal([id], answer.Texts("InstanceIdSet"));
        Assert.False(answer.Has("FailedInstanceSet"));
    }

    [Fact]
    public async Task An_instance_that_is_still_allocating_fails_alone_and_its_text_names_the_status()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        var ready = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        var fresh = await emulator.GivenInstanceAsync();

        var answer = (await Terminate(emulator.Alice, fresh, ready)).Succeeded();

        Assert.Equal([ready], answer.Texts("InstanceIdSet"));
        var failed = Assert.Single(answer.Rows("FailedInstanceSet"));
        Assert.Equal(fresh, failed.Text("InstanceId"));
        Assert.Equal("UnsupportedOperation.InvalidInstanceState", failed.Text("ErrorCode"));
        Assert.Equal($"Instance {fresh} is in allocating status, cannot terminate", failed.Text("ErrorMessage"));
    }

    [Fact]
    public async Task A_hundred_ids_are_taken_and_one_more_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        string[] hundred = [.. Enumerable.Range(0, 99).Select(i => $"ins-{i:D8}"), await emulator.GivenInstanceAsync()];

        var tooMany = await Terminate(emulator.Alice, [.. hundred, "ins-more0000"]);
        var enough = await Terminate(emulator.Alice, hundred);

        Assert.Contains("`InstanceIds`", tooMany.Refused("InvalidParameter").Message, StringComparison.Ordinal);
        Assert.Equal(99, enough.Succeeded().Rows("FailedInstanceSet").Length);
    }

    [Fact]
    public async Task An_empty_list_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Terminate(emulator.Alice)).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Another_accounts_instance_does_not_exist()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        (await Terminate(emulator.Bob, id)).Refused("ResourceNotFound.Instance");
    }

    [Fact]
    public async Task The_addresses_are_gone_with_the_answer_and_the_instance_with_the_wipe()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        var id = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        (await Terminate(emulator.Alice, id)).Succeeded();

        var row = await emulator.InstanceAsync(id);
        emulator.FinishWork();

        Assert.Equal("terminating", row.Text("InstanceStatus"));
        Assert.Equal("", row.Text("PublicIp"));
        Assert.Equal("", row.Text("PrivateIp"));
        Assert.Equal(0, (await emulator.CallAsync("DescribeInstances")).Succeeded().Number("TotalCount"));
    }

    private static Task<Answer> Terminate(TestCaller caller, params string[] ids) =>
        caller.CallAsync("TerminateInstances", $$"""{"InstanceIds":{{Arrangements.List(ids)}}}""");
}
