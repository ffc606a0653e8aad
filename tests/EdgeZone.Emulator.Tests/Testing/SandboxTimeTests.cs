using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>The code under test and the machines live in one time.</summary>
public class SandboxTimeTests
{
    [Fact]
    public async Task A_client_that_polls_by_the_sandboxs_time_asks_at_exact_times()
    {
        await using var emulator = await StartAsync();

        await PollThroughAnInstallationAsync(emulator, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Two_hundred_at_once_are_as_exact()
    {
        await using var emulator = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => PollThroughAnInstallationAsync(emulator, TimeSpan.FromMinutes(1)))));
    }

    [Fact]
    public async Task Over_a_socket_it_is_the_same()
    {
        await using var host = await StartAsync();
        await using var emulator = await EdgeZoneEmulator.ConnectAsync(host.Endpoint);

        await PollThroughAnInstallationAsync(emulator, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Code_that_leaves_its_context_is_as_exact()
    {
        await using var emulator = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => LeaveTheContextAsync(emulator))));
    }

    [Fact]
    public async Task Timers_and_machines_take_turns_in_the_order_of_their_instants()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync(new SandboxOptions
        {
            Durations = new SandboxDurations { Network = TimeSpan.FromSeconds(10), Install = TimeSpan.FromSeconds(20), Wipe = TimeSpan.Zero },
        });
        using var client = sandbox.CreateClient();
        var id = await client.OrderAsync();
        var seen = new List<(double Second, string Status)>();
        var began = sandbox.Clock.Now;
        using var timer = sandbox.TimeProvider.CreateTimer(
            _ => seen.Add(((sandbox.Clock.Now - began).TotalSeconds, client.StatusOfAsync(id).GetAwaiter().GetResult())),
            null,
            TimeSpan.FromSeconds(15),
            TimeSpan.FromSeconds(15));

        var moved = await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(40));

        Assert.Equal([(15, "allocating"), (30, "running")], seen);
        Assert.Equal((began, began.AddSeconds(40)), (moved.From, moved.To));
        Assert.Equal(["addressesAssigned", "systemInstalled"], moved.Events.Select(happened => happened.Kind));
    }

    [Fact]
    public async Task The_time_of_the_code_stands_until_the_clock_is_moved()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        var (began, stamp) = (sandbox.TimeProvider.GetUtcNow(), sandbox.TimeProvider.GetTimestamp());
        var wait = Task.Delay(TimeSpan.FromMinutes(1), sandbox.TimeProvider);

        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.False(wait.IsCompleted);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await wait;

        Assert.Equal(TimeSpan.FromMinutes(1), sandbox.TimeProvider.GetUtcNow() - began);
        Assert.Equal(TimeSpan.FromMinutes(1), sandbox.TimeProvider.GetElapsedTime(stamp));
    }

    [Fact]
    public async Task A_describe_call_that_moves_the_clock_lets_timers_fire_before_it_is_answered()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        await sandbox.Clock.ChangeAsync(new ClockChange { PerDescribe = TimeSpan.FromSeconds(30) });
        using var client = sandbox.CreateClient();
        var wait = Task.Delay(TimeSpan.FromSeconds(30), sandbox.TimeProvider);

        await client.CallAsync("DescribeZones");

        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public async Task A_move_by_somebody_else_is_learned_with_the_next_look()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        var wait = Task.Delay(TimeSpan.FromHours(1), sandbox.TimeProvider);
        await emulator.Control.Sandbox(sandbox.Name).AdvanceAsync(TimeSpan.FromHours(1));

        await sandbox.Clock.ReadAsync();

        await wait;
    }

    [Fact]
    public async Task The_next_event_is_the_next_thing_that_is_due_on_a_machine_and_timers_on_the_way_fire()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync(new SandboxOptions { Durations = new SandboxDurations { Profile = EmulatorDurations.Realistic } });
        using var client = sandbox.CreateClient();
        await client.OrderAsync();
        var due = (await sandbox.Clock.ReadAsync()).NextDue;
        var wait = Task.Delay(TimeSpan.FromSeconds(1), sandbox.TimeProvider);

        var moved = await sandbox.Clock.AdvanceToNextEventAsync();

        Assert.Equal(["addressesAssigned"], moved.Events.Select(happened => happened.Kind));
        Assert.Equal(due, moved.To);
        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public async Task A_clock_passes_as_time_outside_does_once_it_is_let()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();

        var before = await sandbox.Clock.ReadAsync();
        var after = await sandbox.Clock.UnfreezeAsync();

        Assert.Equal((ClockMode.Frozen, ClockMode.Real), (before.Mode, after.Mode));
        await Task.Delay(TimeSpan.FromMilliseconds(1), sandbox.TimeProvider);
    }

    [Fact]
    public async Task A_clock_that_passes_fires_by_itself()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync(new SandboxOptions { Clock = new ClockStart(ClockMode.Scaled, 100_000) });

        await Task.Delay(TimeSpan.FromMinutes(10), sandbox.TimeProvider);

        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.Clock.RunUntilAsync(Task.CompletedTask));
    }

    [Fact]
    public async Task The_end_of_the_virtual_budget_says_what_everybody_was_waiting_for()
    {
        await using var emulator = await StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();

        var thrown = await Assert.ThrowsAsync<UnfinishedException>(() => sandbox.Clock.RunUntilAsync(
            async () =>
            {
                await client.OrderAsync();
                await Task.Delay(TimeSpan.FromDays(2), sandbox.TimeProvider);
            },
            new RunUntilOptions { VirtualBudget = TimeSpan.FromMinutes(5) }));

        Assert.Contains("not done within 00:05:00 of the sandbox's time", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("timers of its TimeProvider: due ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("work on machines: installSystem of ins-", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("latest calls: #1 CreateInstances OK at ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_what_never_comes_is_told_so_after_the_real_budget()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();

        var thrown = await Assert.ThrowsAsync<UnfinishedException>(() => sandbox.Clock.RunUntilAsync(
            () => new TaskCompletionSource().Task, new RunUntilOptions { RealBudget = TimeSpan.FromMilliseconds(50) }));

        Assert.Contains("of real time", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("timers of its TimeProvider: none", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_blocks_its_thread_is_not_waited_for_for_ever()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();

        await sandbox.Clock.RunUntilAsync(async () =>
        {
            await Task.Yield();
            Task.Delay(TimeSpan.FromHours(1), sandbox.TimeProvider).Wait();
        });
    }

    [Fact]
    public async Task A_task_that_was_begun_before_is_driven_too_and_what_it_throws_is_thrown()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();

        var task = FailAsync();
        var thrown = await Assert.ThrowsAsync<NotSupportedException>(() => sandbox.Clock.RunUntilAsync(task));

        Assert.Equal("after an hour", thrown.Message);

        async Task FailAsync()
        {
            await Task.Delay(TimeSpan.FromHours(1), sandbox.TimeProvider);
            throw new NotSupportedException("after an hour");
        }
    }

    [Fact]
    public async Task Code_may_move_time_itself()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        await using var sandbox = await emulator.CreateSandboxAsync();
        var began = sandbox.Clock.Now;

        var took = await sandbox.Clock.RunUntilAsync(async () =>
        {
            await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMinutes(2), sandbox.TimeProvider);
            return sandbox.Clock.Now - began;
        });

        Assert.Equal(TimeSpan.FromMinutes(3), took);
    }

    private static Task<EdgeZoneEmulator> StartAsync() => EdgeZoneEmulator.StartAsync(options => options.Durations = EmulatorDurations.Realistic);

    private static async Task PollThroughAnInstallationAsync(EdgeZoneEmulator emulator, TimeSpan poll)
    {
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        var began = sandbox.Clock.Now;

        var id = await sandbox.Clock.RunUntilAsync(async () =>
        {
            var id = await client.OrderAsync();
            await client.WaitUntilRunningAsync(id, sandbox.TimeProvider, poll);
            return id;
        });

        var polls = (await sandbox.Client.ListCallsAsync(new CallFilter { Action = "DescribeInstances" })).Calls.Reverse().ToList();
        var installed = (await sandbox.WhyAsync(id)).Chain.Single(link => link.Event?.Kind == "systemInstalled").At;
        Assert.InRange(polls.Count, TimeSpan.FromMinutes(12) / poll, TimeSpan.FromMinutes(20) / poll);
        Assert.Equal(polls.Select((_, i) => began + (i * poll)), polls.Select(call => call.Inside!.Value));
        Assert.InRange(polls[^1].Inside!.Value - installed, TimeSpan.Zero, poll);
    }

    private static async Task LeaveTheContextAsync(EdgeZoneEmulator emulator)
    {
        await using var sandbox = await emulator.CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        var began = sandbox.Clock.Now;

        await sandbox.Clock.RunUntilAsync(() => Parallel.ForAsync(1, 4, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (seconds, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), sandbox.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            await Task.Run(() => client.CallAsync("DescribeZones"), CancellationToken.None).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromSeconds(10), sandbox.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            await client.CallAsync("DescribeZones").ConfigureAwait(false);
        }));

        var times = (await sandbox.Calls.ListAsync()).Select(call => (call.Inside!.Value - began).TotalSeconds);
        Assert.Equal([1, 2, 3, 11, 12, 13], times);
    }
}
