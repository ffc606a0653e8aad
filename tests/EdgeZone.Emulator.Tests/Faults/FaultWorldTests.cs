using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Hosting;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>Rules and what has become of them are part of the world: written down, forked, replayed, kept, and of no other sandbox.</summary>
public class FaultWorldTests
{
    [Fact]
    public async Task A_snapshot_and_a_fork_take_the_rules_with_their_counters_along()
    {
        await using var emulator = await ScriptAsync();
        var fork = await emulator.Sandbox.ForkAsync();
        await emulator.Control.Sandbox("restored").RestoreAsync(await emulator.Sandbox.GetSnapshotAsync());

        var expected = Counters(await emulator.Sandbox.ListFaultsAsync());
        Assert.Equal(expected, Counters(await emulator.Control.Sandbox(fork.Name).ListFaultsAsync()));
        Assert.Equal(expected, Counters(await emulator.Control.Sandbox("restored").ListFaultsAsync()));
        Assert.Contains("\nrare 13 ", expected, StringComparison.Ordinal);

        // Both go on as the origin does, by the same chance.
        var (there, here) = (await CodesAsync(emulator.CallerOf(fork)), await CodesAsync(emulator.Alice));
        Assert.Equal(here, there);
        Assert.Equal(await CountersAsync(emulator.Sandbox), await CountersAsync(emulator.Control.Sandbox(fork.Name)));
    }

    [Fact]
    public async Task A_fork_of_before_a_call_has_the_rules_as_they_were_then()
    {
        await using var emulator = await ScriptAsync();
        var full = await emulator.Sandbox.ListFaultsAsync();

        var fork = await emulator.Sandbox.ForkAsync(beforeCall: 3);

        var rules = (await emulator.Control.Sandbox(fork.Name).ListFaultsAsync()).Faults;
        Assert.Equal(["twice"], rules.Select(rule => rule.Id));
        Assert.Equal(1, rules[0].Hits);
        Assert.True(full.Faults[0].Hits > 1);
    }

    [Fact]
    public async Task A_record_with_faults_is_played_again_with_the_same_answers()
    {
        await using var emulator = await ScriptAsync();
        var journal = await emulator.Sandbox.GetJournalAsync();

        var replay = await emulator.Control.ReplayAsync(journal);

        Assert.True(replay.Identical, $"{replay.Difference}");
    }

    [Fact]
    public async Task The_same_script_in_two_processes_gives_the_same_record_byte_for_byte()
    {
        var program = typeof(FaultWorldTests).Assembly.Location;

        var records = await Task.WhenAll(EmulatorRun.OfAsync(program, ["record"]), EmulatorRun.OfAsync(program, ["record"]));

        Assert.All(records, record => Assert.Equal((0, ""), (record.ExitCode, record.Error)));
        Assert.Contains("\"varied\"", records[0].Output, StringComparison.Ordinal);
        Assert.Equal(records[0].Output, records[1].Output);
    }

    /// <summary>The record of a script with faults; for a process of its own.</summary>
    public static async Task<string> RecordAsync()
    {
        await using var emulator = await ScriptAsync();
        return await emulator.Sandbox.GetJournalAsync();
    }

    [Fact]
    public async Task What_is_kept_comes_back_with_its_counters()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string before;
            await using (var emulator = await ScriptAsync($"Storage:Directory={directory}"))
            {
                before = Counters(await emulator.Sandbox.ListFaultsAsync());
            }

            await using var again = await EmulatorApplication.StartAsync($"Storage:Directory={directory}");
            Assert.Equal(before, Counters(await again.Sandbox.ListFaultsAsync()));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Two_hundred_sandboxes_at_once_meet_their_own_rules_only()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var made = await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = $"one-{i}" });
            var (sandbox, caller) = (emulator.Control.Sandbox(made.Name), emulator.CallerOf(made));
            await sandbox.AddFaultAsync(
                new FaultRule { When = new FaultTiming { Skip = i % 3, Times = 1 }, Then = [new FaultOutcome { Error = new FaultError($"Code.{i}") }] });
            var codes = new List<string?>();
            for (var j = 0; j < 4; j++)
            {
                codes.Add((await caller.CallAsync("DescribeZones")).Code);
            }

            Assert.Equal(Enumerable.Range(0, 4).Select(j => j == i % 3 ? $"Code.{i}" : null), codes);
            await sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen });
            var began = (await sandbox.GetClockAsync()).Now;
            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(i));
            Assert.Equal(TimeSpan.FromMinutes(i), (await sandbox.GetClockAsync()).Now - began);
            await sandbox.ResetAsync();
            Assert.Null((await caller.CallAsync("DescribeZones")).Code);
        }));
    }

    [Theory]
    [InlineData("rule", "then", "[]", "faults.rules[0].rule.then")]
    [InlineData("rule", "id", "\"\"", "faults.rules[0].rule.id")]
    [InlineData("rule", "id", "\"a b\"", "faults.rules[0].rule.name")]
    [InlineData("counts", "fired", "-1", "faults.rules[0].counts")]
    [InlineData("counts", "fired", "99", "faults.rules[0].counts")]
    public async Task A_snapshot_whose_rules_contradict_themselves_is_refused_by_its_place(string part, string member, string value, string place)
    {
        await using var emulator = await ScriptAsync();
        var snapshot = JsonNode.Parse(await emulator.Sandbox.GetSnapshotAsync())!;
        snapshot["faults"]!["rules"]![0]![part]![member] = JsonNode.Parse(value);

        var refusal = await emulator.Sandbox.RestoreAsync(snapshot.ToJsonString()).RefusedAsync(System.Net.HttpStatusCode.BadRequest);

        Assert.Equal(place, refusal.Field);
    }

    [Fact]
    public async Task A_snapshot_from_before_there_were_rules_is_read()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var snapshot = JsonNode.Parse(await emulator.Sandbox.GetSnapshotAsync())!;
        Assert.False(snapshot.AsObject().ContainsKey("faults"));
        snapshot["chance"]!.AsObject().Remove("faults");
        snapshot["options"]!.AsObject().Remove("maximumFaults");

        await emulator.Sandbox.RestoreAsync(snapshot.ToJsonString());

        Assert.Equal(0, (await emulator.Sandbox.ListFaultsAsync()).Total);
    }

    /// <summary>Calls that meet every kind of outcome; those that are never answered fail for the caller.</summary>
    private static async Task<EmulatorApplication> ScriptAsync(params string[] settings)
    {
        var emulator = await EmulatorApplication.StartAsync(["Clock:Mode=Frozen", "Durations:Profile=Realistic", .. settings]);
        var orders = new FaultMatch { Action = "CreateInstances" };
        await emulator.Sandbox.AddFaultAsync(
            new FaultRule { Name = "twice", When = new FaultTiming { Skip = 1, Times = 2 }, Then = [Error("FailedOperation")] });
        await emulator.CallAsync("DescribeZones");
        await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Name = "varied",
            Match = orders,
            Then =
            [
                new FaultOutcome { Drop = DroppedPart.Request },
                null,
                new FaultOutcome { Drop = DroppedPart.Answer },
                new FaultOutcome { Answer = AnswerDamage.Truncated },
                new FaultOutcome { Answer = AnswerDamage.Garbled }, new FaultOutcome { Http = new FaultPage(503) }, Error("Odd.One"),
            ],
        });
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "rare", When = new FaultTiming { Chance = 0.4 }, Then = [Error("InternalError")] });
        for (var i = 0; i < 9; i++)
        {
            try
            {
                await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                // Some calls are to have no answer.
            }
        }

        await CodesAsync(emulator.Alice);
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        return emulator;
    }

    private static FaultOutcome Error(string code) => new() { Error = new FaultError(code) };

    private static async Task<string> CodesAsync(TestCaller caller)
    {
        var codes = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            codes.Add((await caller.CallAsync("DescribeZones")).Code ?? "OK");
        }

        return string.Join(' ', codes);
    }

    private static string Counters(FaultList rules) =>
        string.Join('\n', rules.Faults.Select(rule => $"{rule.Id} {rule.Hits} {rule.Fired} {string.Join(',', rule.Calls)}"));

    private static async Task<string> CountersAsync(SandboxClient sandbox) =>
        Counters(await sandbox.ListFaultsAsync());
}
