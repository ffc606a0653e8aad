using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.Sandboxes;

/// <summary>Waiting for a sandbox is nobody's business but its callers', and holds no thread.</summary>
public class SandboxGateTests
{
    private const int Callers = 200;

    [Fact]
    public async Task While_two_hundred_callers_wait_for_a_sandbox_others_are_answered()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var gate = emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default").Gate;
        await gate.EnterAsync();

        var waiting = Enumerable.Range(0, Callers).Select(_ => emulator.CallAsync("DescribeInstances")).ToArray();
        await Until(() => gate.Waiting == Callers);

        var stranger = await emulator.SendAsync(new Tc3Call("DescribeInstances") { Credential = ClientCredential.Stranger });
        stranger.Succeeded();
        Assert.Equal("AKIDstranger", stranger.Header("X-Emulator-Sandbox"));
        Assert.Equal("ok", (await emulator.Control.GetHealthAsync()).Status);
        Assert.DoesNotContain(waiting, call => call.IsCompleted);

        gate.Leave();
        foreach (var answer in await Task.WhenAll(waiting))
        {
            answer.Succeeded();
        }

        Assert.Equal(0, gate.Waiting);
    }

    [Theory]
    [InlineData("look at the clock")]
    [InlineData("change the clock")]
    [InlineData("move the clock")]
    [InlineData("look at the stock")]
    [InlineData("change the stock")]
    [InlineData("list the sandboxes")]
    [InlineData("look at the sandbox")]
    [InlineData("look at what is held")]
    [InlineData("look at the timers")]
    [InlineData("take a snapshot")]
    [InlineData("fork")]
    public async Task The_control_plane_waits_for_its_turn_like_everybody(string what)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var gate = emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default").Gate;
        await gate.EnterAsync();

        Task asked = what switch
        {
            "look at the clock" => emulator.Sandbox.GetClockAsync(),
            "change the clock" => emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen }),
            "move the clock" => emulator.Sandbox.AdvanceUntilIdleAsync(),
            "look at the stock" => emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium),
            "change the stock" => emulator.Sandbox.ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 1 }),
            "list the sandboxes" => emulator.Control.ListSandboxesAsync(),
            "look at the sandbox" => emulator.Sandbox.GetAsync(),
            "look at what is held" => emulator.Sandbox.GetHeldAsync(),
            "look at the timers" => emulator.Sandbox.GetTimersAsync(),
            "take a snapshot" => emulator.Sandbox.GetSnapshotAsync(),
            _ => emulator.Sandbox.ForkAsync(),
        };
        await Until(() => gate.Waiting == 1);
        gate.Leave();

        await asked;
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Foo":1}""")]
    public async Task A_call_touches_nothing_of_a_sandbox_before_its_turn(string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var sandbox = emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default");
        await sandbox.Gate.EnterAsync();
        var number = sandbox.Cloud.TakeNumber();

        var waiting = emulator.CallAsync("DescribeInstances", body);
        await Until(() => sandbox.Gate.Waiting == 1);

        // Who takes a number takes the lock, and waits with a thread for whoever has it.
        Assert.Equal(number + 1, sandbox.Cloud.TakeNumber());
        sandbox.Gate.Leave();
        Assert.Equal(sandbox.Cloud.RequestIdOf(number + 2).ToString(), (await waiting).RequestId);
    }

    [Fact]
    public async Task The_first_to_come_is_the_first_to_enter()
    {
        var gate = new SandboxGate();
        await gate.EnterAsync();
        var entered = new List<int>();
        var turns = Enumerable.Range(0, 50).Select(Take).ToArray();

        gate.Leave();
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, 50), entered);

        async Task Take(int number)
        {
            await gate.EnterAsync();
            entered.Add(number);
            gate.Leave();
        }
    }

    [Fact]
    public async Task Who_comes_again_and_again_does_not_keep_the_first_in_line_waiting()
    {
        var gate = new SandboxGate();
        await gate.EnterAsync();
        var first = gate.EnterAsync().AsTask();
        gate.Leave();

        Task again;
        for (again = gate.EnterAsync().AsTask(); again.IsCompleted; again = gate.EnterAsync().AsTask())
        {
            gate.Leave();
        }

        await first;
        gate.Leave();
        await again;
        gate.Leave();
    }

    [Fact]
    public async Task One_at_a_time_however_many_come()
    {
        var gate = new SandboxGate();
        var (inside, most, total) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await gate.EnterAsync();
                most = Math.Max(most, ++inside);
                total++;
                inside--;
                gate.Leave();
            }
        })));

        Assert.Equal((0, 1, 64_000), (inside, most, total));
    }

    [Fact]
    public async Task Who_need_not_wait_costs_no_memory()
    {
        var gate = new SandboxGate();
        await PassAsync(gate);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            await PassAsync(gate);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // An async method that never has to wait allocates nothing either.
    private static async ValueTask PassAsync(SandboxGate gate)
    {
        await gate.EnterAsync();
        gate.Leave();
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}
