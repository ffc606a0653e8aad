using System.Diagnostics;
using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Benchmarks.Soak;

/// <summary>
/// <c>soak [--seconds N] [--native] [--seed N]</c>: mixed calls over many sandboxes whose clocks are moved, in which things go wrong, and of
/// which forks are made. In the end nothing may be missing from the books, and no call may have failed that nobody asked to.
/// </summary>
internal static class SoakRun
{
    private const int Sandboxes = 64;
    private const int BadUsage = 64;
    private const int NotClean = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not { } options)
        {
            Console.Error.WriteLine("usage: soak [--seconds N] [--seed N] [--native]");
            return BadUsage;
        }

        var pair = options.IsNative ? HostPair.PublishNative() : HostPair.Jit();
        using var host = RunningHost.Start(pair.Emulator, "--Emulator:Logging:Level=Warning", "--Emulator:RateLimit:PerSecond=200");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        var control = new ControlPlaneClient(http);
        var tally = new SoakTally();
        var tenants = new List<SoakTenant>();
        for (var number = 0; number < Sandboxes; number++)
        {
            tenants.Add(await SoakTenant.CreateAsync(control, http.BaseAddress, number, options.Seed, tally));
        }

        var memory = new List<double> { host.ResidentMiB() };
        var clock = Stopwatch.StartNew();
        using var end = new CancellationTokenSource(options.Time);
        var running = tenants.Select(tenant => tenant.RunAsync(end.Token)).ToArray();
        await Task.Delay(options.Time / 2);
        memory.Add(host.ResidentMiB());
        await Task.WhenAll(running);
        var seconds = clock.Elapsed.TotalSeconds;
        memory.Add(host.ResidentMiB());

        var faults = new List<string>();
        foreach (var tenant in tenants)
        {
            faults.AddRange(await tenant.AuditAsync());
        }

        Print(tally, seconds, memory, (await control.ListSandboxesAsync()).Sandboxes.Count, faults);
        return faults.Count == 0 && tally.Unasked.Count == 0 ? 0 : NotClean;
    }

    private static void Print(SoakTally tally, double seconds, List<double> memory, int sandboxes, List<string> faults)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

        Console.WriteLine(Text($"{Sandboxes} sandboxes, {seconds:0} s, {sandboxes} of them at the end"));
        var (median, late, longest) = (tally.Milliseconds(0.5), tally.Milliseconds(0.99), tally.Milliseconds(1));
        Console.WriteLine(Text(
            $"calls {tally.Calls:N0} ({tally.Calls / seconds:N0} a second), p50 {median:0.0} ms, p99 {late:0.0} ms, longest {longest:0} ms"));
        Console.WriteLine(Text($"commands: {tally.Moves:N0} moves of a clock, {tally.Rules:N0} fault rules, {tally.Forks:N0} forks"));
        Console.WriteLine(Text($"memory MiB: {memory[0]:0} at the start, {memory[1]:0} in the middle, {memory[2]:0} at the end"));
        foreach (var (code, count) in tally.Outcomes)
        {
            Console.WriteLine(Text($"  {code,-40} {count,12:N0}"));
        }

        foreach (var line in faults.Concat(tally.Unasked).Take(20))
        {
            Console.WriteLine($"NOT CLEAN: {line}");
        }

        Console.WriteLine(faults.Count + tally.Unasked.Count == 0 ? "the books balance" : "the books do not balance");
    }

    private static (TimeSpan Time, int Seed, bool IsNative)? Parse(string[] args)
    {
        var (time, seed, isNative) = (TimeSpan.FromSeconds(60), 1, false);
        for (var i = 1; i < args.Length; i++)
        {
            var number = i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
            switch (args[i])
            {
                case "--seconds" when number > 0:
                    (time, i) = (TimeSpan.FromSeconds(number), i + 1);
                    break;
                case "--seed" when number >= 0:
                    (seed, i) = (number, i + 1);
                    break;
                case "--native":
                    isNative = true;
                    break;
                default:
                    return null;
            }
        }

        return (time, seed, isNative);
    }
}
