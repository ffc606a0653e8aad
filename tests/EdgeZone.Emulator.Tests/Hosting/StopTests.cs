using System.Diagnostics;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>A stop is no failure, however early it comes.</summary>
public partial class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public async Task One_as_early_as_can_be_is_a_stop_or_the_systems_own_end(int programsStartedBefore)
    {
        using var emulator = EmulatorRun.Start(["--urls=http://127.0.0.1:0"]);
        for (var i = 0; i < programsStartedBefore; i++)
        {
            // What passes the time passes it on a busy machine too, for both.
            using var other = Process.Start("true");
            await other.WaitForExitAsync();
        }

        var (exitCode, error) = await StopAsync(emulator);

        Assert.Empty(error);
        Assert.Contains(exitCode, new[] { 0, 143 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(130, "explore", "--", "true")]
    public async Task One_in_the_middle_of_the_start_is_a_stop(int exitCode, params string[] command)
    {
        using var seed = new NamedPipe();
        using var emulator = EmulatorRun.Start(["--urls=http://127.0.0.1:0", $"--Emulator:Seed={seed.Path}", .. command]);
        // It opens once the program has come to reading it, and then waits for what nobody writes.
        await using var end = await seed.OpenAsync().WaitAsync(Patience);

        Assert.Equal((exitCode, ""), await StopAsync(emulator));
    }

    [Fact]
    public async Task One_while_it_waits_for_somebody_to_open_a_pipe_is_a_stop()
    {
        using var seed = new NamedPipe();
        using var certificate = new NamedPipe();
        using var emulator = EmulatorRun.Start(
        [
            "--urls=https://127.0.0.1:0", $"--Emulator:Seed={seed.Path}",
            $"--Emulator:Https:Certificate={certificate.Path}", $"--Emulator:Https:Key={certificate.Path}",
        ]);
        // What comes next is the certificate.
        await seed.WriteAsync(await DefaultSeedAsync()).WaitAsync(Patience);

        Assert.Equal((0, ""), await StopAsync(emulator));
    }

    [Fact]
    public async Task One_at_the_first_word_of_the_program_is_a_stop()
    {
        using var emulator = EmulatorRun.Start(["--urls=http://127.0.0.1:0"]);
        await emulator.StandardOutput.ReadAsync(new char[1]).AsTask().WaitAsync(Patience);

        Assert.Equal((0, ""), await StopAsync(emulator));
    }

    [Fact]
    public async Task A_second_one_changes_nothing()
    {
        using var emulator = EmulatorRun.Start(["--urls=http://127.0.0.1:0"]);
        await emulator.StandardOutput.ReadAsync(new char[1]).AsTask().WaitAsync(Patience);
        await SignalAsync(emulator);

        var (exitCode, error) = await StopAsync(emulator);

        Assert.Empty(error);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task One_while_somebody_listens_ends_what_they_listen_to()
    {
        using var emulator = EmulatorRun.Start(["--urls=http://127.0.0.1:0"]);
        var announced = "";
        while (!announced.Contains("http://127.0.0.1:", StringComparison.Ordinal))
        {
            announced = await emulator.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("It has ended.");
        }

        using var client = new HttpClient { BaseAddress = new Uri(Address().Match(announced).Value) };
        await using var listening = await client.GetStreamAsync(new Uri($"{ControlPlanePaths.Sandboxes}/default/events", UriKind.Relative));
        using var listener = new StreamReader(listening);
        await listener.ReadLineAsync().WaitAsync(Patience);
        var rest = listener.ReadToEndAsync();

        Assert.Equal((0, ""), await StopAsync(emulator));
        // A connection that is cut, as after the time that calls under way may take, is no end but a fault.
        Assert.Equal("\n", await rest.WaitAsync(Patience));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    private static async Task<(int ExitCode, string Error)> StopAsync(Process emulator)
    {
        await SignalAsync(emulator);
        return await EndOfAsync(emulator);
    }

    private static async Task SignalAsync(Process emulator)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{emulator.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task<(int ExitCode, string Error)> EndOfAsync(Process emulator)
    {
        try
        {
            var output = emulator.StandardOutput.ReadToEndAsync();
            var error = await emulator.StandardError.ReadToEndAsync().WaitAsync(Patience);
            await output.WaitAsync(Patience);
            await emulator.WaitForExitAsync().WaitAsync(Patience);
            return (emulator.ExitCode, error);
        }
        finally
        {
            // One that does not stop is not left behind.
            emulator.Kill();
        }
    }

    private static async Task<string> DefaultSeedAsync()
    {
        using var reader = new StreamReader(typeof(EmulatorAssembly).Assembly.GetManifestResourceStream("seed/default.json")!);
        return await reader.ReadToEndAsync();
    }
}
