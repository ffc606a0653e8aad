using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>The check that nobody has to write.</summary>
public sealed class SandboxVerificationTests : IAsyncLifetime
{
    private EdgeZoneEmulator _emulator = null!;
    private Sandbox _sandbox = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await EdgeZoneEmulator.StartAsync();
        _sandbox = await _emulator.CreateSandboxAsync();
        _client = _sandbox.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Who_gives_everything_back_passes()
    {
        var id = await _client.OrderAsync();
        await _client.CallAsync("DescribeInstances");
        await _client.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""");

        await _sandbox.VerifyAsync();
    }

    [Fact]
    public async Task An_instance_that_is_held_is_named_with_the_call_that_took_it_and_the_one_that_would_have_released_it()
    {
        var (id, kept) = (await _client.OrderAsync(), await _client.OrderAsync());
        await _client.CallAsync("DescribeInstances");
        _sandbox.Keeps(kept);

        var finding = Assert.Single((await FailsAsync()).Findings);

        Assert.StartsWith($"instance {id} (mine, running) is held since #1 CreateInstances(Zone: \"ap-guangzhou-1\", ", finding, StringComparison.Ordinal);
        Assert.EndsWith($"; TerminateInstances(InstanceIds: [\"{id}\"]) would have released it", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_was_tried_is_the_nearest_call()
    {
        var id = await _client.OrderAsync();
        await _sandbox.Faults.On("TerminateInstances").First().Throws("FailedOperation", "Not now.");
        await _client.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""");

        var finding = Assert.Single((await FailsAsync()).Findings);

        Assert.Contains(
            $"TerminateInstances(InstanceIds: [\"{id}\"]) → FailedOperation came nearest to releasing it: Not now.", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Networks_and_addresses_count_too()
    {
        var network = (string)(await _client.CallAsync(
            "CreatePublicNetworkInstance",
            """{"NetworkInstanceName":"outside","ZoneId":"ap-chengdu-1","Line":"BGP","RouteMode":"static"}"""))["NetworkInstanceId"]!;
        await _client.CallAsync("ApplyPublicIps", $$"""{"NetworkInstanceId":"{{network}}","Count":1,"Type":"ipv4"}""");
        var inside = (string)(await _client.CallAsync(
            "CreatePrivateNetworkInstance",
            """{"NetworkInstanceName":"inside","ZoneId":"ap-chengdu-1","Network":"10.1.0.0","Mask":24}"""))["NetworkInstanceId"]!;

        var findings = (await FailsAsync()).Findings;

        Assert.Collection(
            findings,
            address => Assert.Matches(
                $"^address (?<ip>[0-9.]+) is held since #2 ApplyPublicIps\\(.*; "
                    + $"ReleasePublicIp\\(NetworkInstanceId: \"{network}\", Type: \"ipv4\", IpList: \\[\"\\k<ip>\"]\\) would have released it$",
                address),
            first => Assert.StartsWith($"private network {inside} (inside) is held since #3 CreatePrivateNetworkInstance", first, StringComparison.Ordinal),
            second => Assert.StartsWith($"public network {network} (outside) is held since #1 CreatePublicNetworkInstance", second, StringComparison.Ordinal));
        _sandbox.Keeps(network, inside);
        await _sandbox.VerifyAsync();
    }

    [Fact]
    public async Task A_malformed_call_is_a_finding_and_a_refusal_by_the_rules_of_the_service_is_none()
    {
        await _client.CallAsync("CreateInstances", """{"Zone":7}""");
        await _client.CallAsync("TerminateInstances", """{"InstanceIds":["ins-00000000"]}""");
        await _client.CallAsync("CreateInstance");

        var findings = (await FailsAsync()).Findings;

        Assert.Equal(2, findings.Count);
        Assert.StartsWith(
            "#1 CreateInstances(Zone: 7) → InvalidParameter is malformed: The value type of parameter `Zone`", findings[0], StringComparison.Ordinal);
        Assert.StartsWith("CreateInstance, request ", findings[1], StringComparison.Ordinal);
        Assert.Contains("reached no sandbox: InvalidAction", findings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_was_ordered_is_no_malformed_call()
    {
        await _sandbox.Faults.On("DescribeZones").First().Throws("InvalidParameter").Required();
        await _client.CallAsync("DescribeZones");

        await _sandbox.VerifyAsync();
    }

    [Fact]
    public async Task A_required_fault_that_has_not_fired_says_what_it_waits_for()
    {
        await _sandbox.Faults.On("CreateInstances").Second().Named("web-*").Throttles().Required().As("second");
        await _sandbox.Faults.On("DescribeZones").First().Throttles();

        var finding = Assert.Single((await FailsAsync()).Findings);

        Assert.StartsWith(
            "the required fault 'second' met no call that it matches: action CreateInstances, instanceName web-*, ", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_hangs_is_one_for_ever()
    {
        await _sandbox.Faults.On("CreateInstances").First().HangsAt(Phase.Pxe);
        var id = await _client.OrderAsync();
        await _sandbox.Clock.AdvanceUntilIdleAsync();

        Assert.StartsWith(
            $"instance {id} (mine, allocating for ever: nothing is due on it) is held since #",
            Assert.Single((await FailsAsync()).Findings),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_verifies_where_the_options_say_so_and_removes_the_sandbox_all_the_same()
    {
        var sandbox = await _emulator.CreateSandboxAsync(new SandboxOptions { VerifyOnDispose = true });
        using var client = sandbox.CreateClient();
        await client.OrderAsync();

        await Assert.ThrowsAsync<VerificationException>(async () => await sandbox.DisposeAsync());

        Assert.DoesNotContain((await _emulator.Control.ListSandboxesAsync()).Sandboxes, other => other.Name == sandbox.Name);
    }

    private Task<VerificationException> FailsAsync() => Assert.ThrowsAsync<VerificationException>(() => _sandbox.VerifyAsync());
}
