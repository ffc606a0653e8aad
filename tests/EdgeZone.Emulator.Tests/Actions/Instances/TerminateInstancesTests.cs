using EdgeZone.Emulator.Tests.Callers;

namespace EdgeZone.Emulator.Tests.Actions.Instances;

/// <summary>https://www.tencentcloud.com/document/api/1230/79074</summary>
public class TerminateInstancesTests
{
    [Fact]
    public async Task Without_a_failure_there_is_no_list_of_failures()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        var answer = (await Terminate(emulator.Alice, id)).Succeeds();

        Assert.Equal([id], answer.Texts("InstanceIdSet"));
        Assert.False(answer.Has("FailedInstanceSet"));
    }

    [Fact]
    public async Task An_instance_that_is_still_allocating_fails_alone_and_its_text_names_the_status()
    {
        await using var emulator = await TestEmulator.StartAsync(durations: "Fast");
        var ready = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        var fresh = await emulator.GivenInstanceAsync();

        var answer = (await Terminate(emulator.Alice, fresh, ready)).Succeeds();

        Assert.Equal([ready], answer.Texts("InstanceIdSet"));
        var failed = Assert.Single(answer.Rows("FailedInstanceSet"));
        Assert.Equal(fresh, failed.GetProperty("InstanceId").GetString());
        Assert.Equal("UnsupportedOperation.InvalidInstanceState", failed.GetProperty("ErrorCode").GetString());
        Assert.Equal($"Instance {fresh} is in allocating status, cannot terminate", failed.GetProperty("ErrorMessage").GetString());
    }

    [Fact]
    public async Task An_unknown_instance_of_a_batch_fails_alone()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        var answer = (await Terminate(emulator.Alice, "ins-00000000", id)).Succeeds();

        Assert.Equal([id], answer.Texts("InstanceIdSet"));
        Assert.Equal(["ResourceNotFound.Instance"], answer.Column("FailedInstanceSet", "ErrorCode"));
        Assert.Equal(["Instance ins-00000000 does not exist"], answer.Column("FailedInstanceSet", "ErrorMessage"));
    }

    [Fact]
    public async Task When_all_fail_the_first_failure_is_the_answer()
    {
        await using var emulator = await TestEmulator.StartAsync(durations: "Fast");
        var fresh = await emulator.GivenInstanceAsync();

        var unknownFirst = await Terminate(emulator.Alice, "ins-00000000", fresh);
        var freshFirst = await Terminate(emulator.Alice, fresh, "ins-00000000");

        Assert.Equal("Instance ins-00000000 does not exist", unknownFirst.Refused("ResourceNotFound.Instance").Message);
        freshFirst.Refused("UnsupportedOperation.InvalidInstanceState");
    }

    [Fact]
    public async Task An_id_given_twice_counts_once()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        var answer = (await Terminate(emulator.Alice, id, id, "ins-00000000", "ins-00000000")).Succeeds();

        Assert.Equal([id], answer.Texts("InstanceIdSet"));
        Assert.Single(answer.Rows("FailedInstanceSet"));
    }

    [Fact]
    public async Task A_hundred_ids_are_taken_and_one_more_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();
        string[] hundred = [.. Enumerable.Range(0, 99).Select(i => $"ins-{i:D8}"), await emulator.GivenInstanceAsync()];

        var tooMany = await Terminate(emulator.Alice, [.. hundred, "ins-more0000"]);
        var enough = await Terminate(emulator.Alice, hundred);

        Assert.Contains("`InstanceIds`", tooMany.Refused("InvalidParameter").Message, StringComparison.Ordinal);
        Assert.Equal(99, enough.Succeeds().Rows("FailedInstanceSet").Length);
    }

    [Fact]
    public async Task An_empty_list_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Terminate(emulator.Alice)).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Another_accounts_instance_does_not_exist()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var id = await emulator.GivenInstanceAsync();

        (await Terminate(emulator.Bob, id)).Refused("ResourceNotFound.Instance");
    }

    [Fact]
    public async Task An_instance_that_is_terminating_cannot_be_terminated_again()
    {
        await using var emulator = await TestEmulator.StartAsync(durations: "Fast");
        var id = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        (await Terminate(emulator.Alice, id)).Succeeds();

        var again = await Terminate(emulator.Alice, id);

        Assert.Equal($"Instance {id} is in terminating status, cannot terminate", again.Refused("UnsupportedOperation.InvalidInstanceState").Message);
    }

    [Fact]
    public async Task The_addresses_are_gone_with_the_answer_and_the_instance_with_the_wipe()
    {
        await using var emulator = await TestEmulator.StartAsync(durations: "Fast");
        var id = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        (await Terminate(emulator.Alice, id)).Succeeds();

        var row = await emulator.InstanceAsync(id);
        emulator.FinishWork();

        Assert.Equal("terminating", row.GetProperty("InstanceStatus").GetString());
        Assert.Equal("", row.GetProperty("PublicIp").GetString());
        Assert.Equal("", row.GetProperty("PrivateIp").GetString());
        Assert.Equal(0, (await emulator.CallAsync("DescribeInstances")).Succeeds()["TotalCount"].GetInt64());
    }

    [Fact]
    public async Task A_static_address_stays_applied_for_and_unbound()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var network = await emulator.GivenStaticNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        var id = await emulator.GivenInstanceAsync(publicNetwork: network);
        Assert.Equal(ip, (await emulator.InstanceAsync(id)).GetProperty("PublicIp").GetString());

        (await Terminate(emulator.Alice, id)).Succeeds();

        var row = Assert.Single((await emulator.CallAsync("DescribePublicIps")).Rows("IpInfoSet"));
        Assert.Equal(ip, row.GetProperty("Ip").GetString());
        Assert.Equal("Unbound", row.GetProperty("State").GetString());
        Assert.Equal("", row.GetProperty("InstanceId").GetString());
    }

    private static Task<Answer> Terminate(TestCaller caller, params string[] ids) =>
        caller.CallAsync("TerminateInstances", $$"""{"InstanceIds":{{Arrangements.List(ids)}}}""");
}
