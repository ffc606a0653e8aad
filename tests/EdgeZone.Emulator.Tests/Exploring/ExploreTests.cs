using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Tests.Testing;

namespace EdgeZone.Emulator.Tests.Exploring;

/// <summary>A search in the faults that could meet a program finds what it does not survive, and nothing else.</summary>
public class ExploreTests
{
    [Fact]
    public async Task A_careful_program_survives_everything()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var report = await emulator.ExploreAsync(sandbox => new FleetClient(sandbox).ProvideAsync(), new ExploreOptions { Limit = 5000 });

        report.Verify();
        Assert.True(report.Runs > 50, report.ToString());
        Assert.Equal(0, report.Skipped);
    }

    [Theory]
    [InlineData(FleetBugs.BelievesTheOrder, ExploreFindingKind.Lie, "CreateInstances-1-partial-one-less")]
    [InlineData(FleetBugs.RepeatsBlindly, ExploreFindingKind.Duplicate, "CreateInstances-1-answer-lost")]
    [InlineData(FleetBugs.LeavesThingsBehind, ExploreFindingKind.Leak, "DescribeInstances-2-refused-InvalidParameter")]
    internal async Task Each_bug_is_found_and_shrunk_to_one_fault(FleetBugs bug, ExploreFindingKind kind, string id)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var report = await emulator.ExploreAsync(sandbox => new FleetClient(sandbox, bug).ProvideAsync());

        var finding = Assert.Single(report.Findings, finding => finding.Id == id);
        Assert.Equal(kind, finding.Kind);
        Assert.False(finding.IsFlaky);
        Assert.Contains(
            finding.ToString(), Assert.Throws<ExploreException>(report.Verify).Message.Replace("1. ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(report.Findings, other => Assert.Equal(kind, other.Kind));
    }

    [Fact]
    public async Task Two_searches_give_the_same_report_but_for_times()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        const FleetBugs All = FleetBugs.BelievesTheOrder | FleetBugs.RepeatsBlindly | FleetBugs.LeavesThingsBehind;

        var first = await emulator.ExploreAsync(sandbox => new FleetClient(sandbox, All).ProvideAsync());
        await using var another = await EdgeZoneEmulator.StartAsync();
        var second = await another.ExploreAsync(sandbox => new FleetClient(sandbox, All).ProvideAsync(), new ExploreOptions { Jobs = 7 });

        Assert.Equal(WithoutTimes(first), WithoutTimes(second));
    }

    [Fact]
    public async Task What_the_command_line_s_report_says_stands_in_the_one_of_a_test()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var report = await emulator.ExploreAsync(sandbox => new FleetClient(sandbox, FleetBugs.RepeatsBlindly).ProvideAsync());

        var json = JsonNode.Parse(report.ToJson())!;
        Assert.Equal(report.Runs, (int)json["runs"]!);
        Assert.Equal("succeeded", (string?)json["undisturbed"]!["ended"]);
        var finding = json["findings"]![0]!;
        Assert.Equal(("duplicate", "CreateInstances", 1), ((string?)finding["kind"], (string?)finding["action"], (int)finding["call"]!));
        Assert.Equal("""{"match":{"action":"CreateInstances"},"when":{"skip":0,"times":1},"then":{"drop":"answer"}}""", finding["rules"]![0]!.ToJsonString());
        Assert.True((bool)Assert.Single(finding["calls"]!.AsArray(), call => call!["faulted"] is not null)!["faulted"]!);
        Assert.Equal(4, finding["held"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_program_that_fails_by_itself_is_told_so()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var refusal = await Assert.ThrowsAsync<ExploreException>(() => emulator.ExploreAsync(_ => throw new InvalidOperationException("broken")));

        Assert.StartsWith("The program fails although nothing went wrong (InvalidOperationException: broken)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_something_else_the_second_time_is_told_so()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        var times = 0;

        var refusal = await Assert.ThrowsAsync<ExploreException>(() => emulator.ExploreAsync(async sandbox =>
        {
            using var client = sandbox.CreateClient();
            await client.CallAsync(Interlocked.Increment(ref times) % 2 == 0 ? "DescribeZones" : "DescribeInstanceTypes");
        }));

        Assert.Contains("flaky", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_never_gives_up_is_endless()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var report = await emulator.ExploreAsync(
            async sandbox =>
            {
                using var client = sandbox.CreateClient();
                await client.WaitUntilRunningAsync(await client.OrderAsync(), sandbox.TimeProvider, TimeSpan.FromSeconds(15));
            },
            new ExploreOptions { Faults = [ExploredFault.Machine], Patience = new RunUntilOptions { VirtualBudget = TimeSpan.FromHours(1) } });

        Assert.Equal([ExploreFindingKind.Endless, ExploreFindingKind.Endless], report.Findings.Select(finding => finding.Kind));
        Assert.Equal(
            ["CreateInstances-1-machine-1-network-fails", "CreateInstances-1-machine-1-network-hangs"], report.Findings.Select(finding => finding.Id));
        Assert.Equal(5, report.Findings[0].Places.Count);
    }

    [Fact]
    public async Task What_is_allowed_does_not_count_and_what_the_oracle_says_does()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var allowed = await emulator.ExploreAsync(
            sandbox => new FleetClient(sandbox, FleetBugs.RepeatsBlindly).ProvideAsync(), new ExploreOptions { Allow = [ExploreFindingKind.Duplicate] });
        var judged = await emulator.ExploreAsync(
            sandbox => new FleetClient(sandbox).ProvideAsync(),
            new ExploreOptions
            {
                Faults = [ExploredFault.Throttled],
                Oracle = async sandbox =>
                {
                    if ((await sandbox.Client.ListCallsAsync()).Calls.Any(call => call.Outcome != "OK"))
                    {
                        throw new InvalidOperationException("no call may be refused");
                    }
                },
            });

        allowed.Verify();
        Assert.All(judged.Findings, finding => Assert.Equal(ExploreFindingKind.Oracle, finding.Kind));
        Assert.Contains("no call may be refused", Assert.Throws<ExploreException>(judged.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_bounds_the_runs_and_what_it_cuts_off_is_counted()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var report = await emulator.ExploreAsync(sandbox => new FleetClient(sandbox).ProvideAsync(), new ExploreOptions { Limit = 10 });

        Assert.Equal(10, report.Runs);
        Assert.True(report.Skipped > 50, report.ToString());
    }

    [Fact]
    public async Task Each_run_begins_where_the_given_sandbox_stands_which_stays_as_it_is()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        await sandbox.Stock.SetFreeAsync("ap-guangzhou-1", "BMS5.MEDIUM8", 1);

        var refusal = await Assert.ThrowsAsync<ExploreException>(() => emulator.ExploreAsync(
            fork => new FleetClient(fork).ProvideAsync(), new ExploreOptions { From = sandbox }));

        Assert.Contains("ResourceInsufficient", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await sandbox.Client.ListCallsAsync()).Total);
        Assert.Equal(1, (await sandbox.Stock.GetAsync("ap-guangzhou-1", "BMS5.MEDIUM8")).Free);
    }

    [Fact]
    public async Task An_interrupted_search_leaves_no_sandbox_behind()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        var before = (await emulator.Control.ListSandboxesAsync()).Sandboxes.Count;
        using var end = new CancellationTokenSource();
        var runs = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.ExploreAsync(
            async sandbox =>
            {
                if (Interlocked.Increment(ref runs) == 10)
                {
                    await end.CancelAsync();
                }

                await new FleetClient(sandbox).ProvideAsync();
            },
            cancellationToken: end.Token));

        Assert.Equal(before, (await emulator.Control.ListSandboxesAsync()).Sandboxes.Count);
    }

    private static string WithoutTimes(ExploreReport report) => string.Join(
        '\n', report.ToJson().Split('\n').Where(line => !line.Contains("\"seconds\"", StringComparison.Ordinal)));
}
