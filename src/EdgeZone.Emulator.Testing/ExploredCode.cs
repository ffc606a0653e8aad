using System.Diagnostics;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Testing.Connections;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>Code of a test as a program that can be run again and again, in virtual time.</summary>
/// <param name="access">The emulator.</param>
/// <param name="origin">The name of the sandbox that each run begins from a fork of.</param>
/// <param name="code">The code; it throws when it fails.</param>
/// <param name="options">How patient a run is.</param>
internal sealed class ExploredCode(EmulatorAccess access, string origin, Func<Sandbox, Task> code, ExploreOptions options) : IExploredProgram
{
    private readonly ControlConnection _control = access.ConnectControl();

    public async Task<Observation> RunAsync(IReadOnlyList<JsonObject> rules, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Not to be interrupted: what is half made nobody would remove.
        await using var sandbox = await Sandbox.CreateAsync(access, new SandboxOptions { From = origin }, CancellationToken.None).ConfigureAwait(false);
        foreach (var rule in rules)
        {
            await _control.AddFaultAsync(sandbox.Name, rule, cancellation).ConfigureAwait(false);
        }

        var began = Stopwatch.GetTimestamp();
        var (ending, detail) = await RunAsync(sandbox, cancellation).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(began);
        var (calls, held) = await ExploredSandbox.ObserveAsync(_control, sandbox.Name, cancellation).ConfigureAwait(false);
        var objection = ending == Ending.Succeeded ? await AskOracleAsync(sandbox).ConfigureAwait(false) : null;
        return new Observation(ending, detail, calls, held, objection, elapsed);
    }

    private async Task<(Ending Ending, string Detail)> RunAsync(Sandbox sandbox, CancellationToken cancellation)
    {
        try
        {
            await sandbox.Clock.RunUntilAsync(() => code(sandbox), options.Patience, cancellation).ConfigureAwait(false);
            return (Ending.Succeeded, "returned");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (UnfinishedException)
        {
            return (Ending.Endless, $"not done within {options.Patience.VirtualBudget} of the sandbox's time and {options.Patience.RealBudget} of real time");
        }
        // Whatever it throws says that it has failed.
        catch (Exception e)
        {
            return (Ending.Failed, $"{e.GetType().Name}: {e.Message.Split('\n')[0]}");
        }
    }

    private async Task<string?> AskOracleAsync(Sandbox sandbox)
    {
        try
        {
            await (options.Oracle?.Invoke(sandbox) ?? Task.CompletedTask).ConfigureAwait(false);
            return null;
        }
        // A judge objects as an assertion does, by whatever it throws.
        catch (Exception e)
        {
            return $"the oracle says {e.Message.Split('\n')[0]}";
        }
    }
}
