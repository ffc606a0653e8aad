using System.Diagnostics;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.ControlPlane.Shapes;

namespace EdgeZone.Emulator.Exploring;

/// <summary>A program that is started as a process for each run, and finds its world in its environment.</summary>
internal sealed class CommandProgram : IExploredProgram, IAsyncDisposable
{
    /// <summary>Where a command finds the URL of its emulator.</summary>
    public const string UrlVariable = "EDGEZONE_URL";

    /// <summary>The least time that a run gets.</summary>
    private static readonly TimeSpan LeastTimeout = TimeSpan.FromSeconds(20);

    private const int TimesUndisturbed = 10;

    /// <summary>How long is waited for what a failed program has said already.</summary>
    private static readonly TimeSpan LongestListening = TimeSpan.FromSeconds(1);

    /// <summary>What the shells call a signal, added to its number.</summary>
    private const int FirstSignal = 129;

    private const int LastSignal = 128 + 64;

    private readonly ControlConnection _control;
    private readonly Uri _emulator;
    private readonly CommandSettings _settings;
    private readonly string _origin;
    private TimeSpan? _undisturbed;

    private CommandProgram(ControlConnection control, Uri emulator, CommandSettings settings, string origin) =>
        (_control, _emulator, _settings, _origin) = (control, emulator, settings, origin);

    /// <summary>Prepares the sandbox that each run begins from a fork of, so that its ids are the same each time.</summary>
    /// <param name="control">The emulator's control plane.</param>
    /// <param name="emulator">Where the emulator listens.</param>
    /// <param name="settings">What to start, and in what world.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<CommandProgram> CreateAsync(ControlConnection control, Uri emulator, CommandSettings settings, CancellationToken cancellation) =>
        new(control, emulator, settings, settings.From ?? await CreateOriginAsync(control, cancellation));

    public async Task<Observation> RunAsync(IReadOnlyList<JsonObject> rules, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Not to be interrupted: what is half made nobody would remove.
        var sandbox = await _control.CreateSandboxAsync(new SandboxCreation(From: _origin), CancellationToken.None);
        try
        {
            foreach (var rule in rules)
            {
                await _control.AddFaultAsync(sandbox.Name, rule, cancellation);
            }

            var words = new LastWords();
            var (ending, detail, elapsed) = await RunAsync(_settings.Command, sandbox, words, cancellation);
            var (calls, held) = await ExploredSandbox.ObserveAsync(_control, sandbox.Name, cancellation);
            _undisturbed ??= elapsed;
            var objection = _settings.Oracle is null || ending != Ending.Succeeded ? null : await AskOracleAsync(sandbox, cancellation);
            return new Observation(ending, detail, calls, held, objection, elapsed) { LastWords = words.ToString() };
        }
        finally
        {
            await _control.DeleteSandboxAsync(sandbox.Name);
        }
    }

    /// <summary>Removes the sandbox that all runs began from, unless it is the user's.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_settings.From is null)
        {
            await _control.DeleteSandboxAsync(_origin);
        }
    }

    // Time stands but for the program's own looks, so that it never waits for machines, and sees them allocating first.
    private static async Task<string> CreateOriginAsync(ControlConnection control, CancellationToken cancellation)
    {
        var made = await control.CreateOriginAsync(
            new SandboxCreation(
                Clock: new ClockAtFirst("frozen"), Durations: new DurationsChange("fast"), RateLimit: new RateLimitChange(Enabled: false)),
            cancellation);
        await control.SetClockAsync(made.Name, new ClockChange(PerDescribe: "00:00:01"), cancellation);
        return made.Name;
    }

    private async Task<(Ending Ending, string Detail, TimeSpan Elapsed)> RunAsync(
        IReadOnlyList<string> command, CreatedView sandbox, LastWords words, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if ((_settings.Timeout ?? DefaultTimeout()) is { } most)
        {
            timeout.CancelAfter(most);
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Start(command, sandbox);
        var listening = Task.WhenAll(
            ListenAsync(process.StandardOutput, words, _settings.ShowsOutput ? Console.Out : TextWriter.Null),
            ListenAsync(process.StandardError, words, _settings.ShowsOutput ? Console.Error : TextWriter.Null));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            if (process.ExitCode != 0)
            {
                // The rest may still be on its way. Who has the pipes now is not waited for.
                await Task.WhenAny(listening, Task.Delay(LongestListening, timeout.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (Ending.Endless, $"not done after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s", Stopwatch.GetElapsedTime(began));
        }
        finally
        {
            // Also what it has started: nothing of a run stays behind.
            process.Kill(entireProcessTree: true);
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        return process.ExitCode switch
        {
            0 => (Ending.Succeeded, "exit 0", elapsed),
            >= FirstSignal and <= LastSignal => (Ending.Crashed, $"signal {process.ExitCode - FirstSignal + 1}", elapsed),
            var code => (Ending.Failed, $"exit {code}", elapsed),
        };
    }

    private TimeSpan? DefaultTimeout() => _undisturbed is { } known ? TimeSpan.FromTicks(Math.Max(known.Ticks * TimesUndisturbed, LeastTimeout.Ticks)) : null;

    private async Task<string?> AskOracleAsync(CreatedView sandbox, CancellationToken cancellation)
    {
        var (ending, detail, _) = await RunAsync(_settings.Oracle!, sandbox, new LastWords(), cancellation);
        return ending == Ending.Succeeded ? null : $"the oracle says {detail}";
    }

    private Process Start(IReadOnlyList<string> command, CreatedView sandbox)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        var (credential, environment) = (sandbox.Credentials[0], start.Environment);
        environment["EDGEZONE_ENDPOINT"] = _emulator.Authority;
        environment[UrlVariable] = _emulator.GetLeftPart(UriPartial.Authority);
        environment["EDGEZONE_SANDBOX"] = sandbox.Name;
        environment["EDGEZONE_CONTROL"] = _emulator.GetLeftPart(UriPartial.Authority) + ControlPaths.Root;
        environment["TENCENTCLOUD_SECRET_ID"] = credential.SecretId;
        environment["TENCENTCLOUD_SECRET_KEY"] = credential.SecretKey;
        environment["TENCENTCLOUD_REGION"] = _settings.Region;
        var process = StartOrComplain(start);
        process.StandardInput.Close();
        return process;
    }

    private static Process StartOrComplain(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or FileNotFoundException)
        {
            throw new ExplorationException($"{start.FileName} cannot be started: {e.Message}.");
        }
    }

    // A program whose output nobody reads would stop when the pipe is full. It ends with the last that holds the pipe.
    private static Task ListenAsync(StreamReader output, LastWords words, TextWriter to) => Task.Run(async () =>
    {
        var buffer = new char[4096];
        while (await output.ReadAsync(buffer) is > 0 and var read)
        {
            words.Add(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    });
}
