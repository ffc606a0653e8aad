using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Benchmarks.Reporting;
using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>A search: runs a second of a client of ten calls inside the process, and what a run of a command costs besides the command's own time.</summary>
internal static class ExploreSection
{
    private const int Looks = 8;

    private const string Order =
        """
        {"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"mine","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}
        """;

    private static readonly ExploreOptions Options = new() { Faults = [ExploredFault.Throttled, ExploredFault.Refused, ExploredFault.Machine], Limit = 1000 };

    public static async Task RunAsync(BenchmarkOptions options, Report report)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        var rates = new List<double>();
        for (var round = 0; round < (options.Quick ? 3 : 9); round++)
        {
            var began = Stopwatch.GetTimestamp();
            var found = await emulator.ExploreAsync(TenCallsAsync, Options);
            // The two undisturbed runs, and two more for each finding.
            rates.Add((found.Runs + 2 + (2 * found.Findings.Count)) / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        report.Add("JIT: explore in process, a client of ten calls, runs/s", $"{Median.Of(rates.Skip(1)):0}", goal: "≥ 500");
        report.Add("JIT: explore by command, a run without the command's own time, ms", $"{await CommandAsync(options):0.0}", goal: "≤ 10 ms");
    }

    /// <summary>What is done around a command that does nothing: its sandbox, a rule, its start, what it called and holds.</summary>
    private static async Task<double> CommandAsync(BenchmarkOptions options)
    {
        await using var emulator = await ExploredEmulator.ReachAsync(url: null, token: null, settings => EmulatorHost.Create(settings), [], CancellationToken.None);
        var settings = new CommandSettings(["/bin/true"], Oracle: null, From: null, "ap-guangzhou", Timeout: null, ShowsOutput: false);
        await using var program = await CommandProgram.CreateAsync(emulator.Control, emulator.Address, settings, CancellationToken.None);
        JsonObject[] rules = [new JsonObject { ["then"] = new JsonObject { ["error"] = new JsonObject { ["code"] = "InternalError" } } }];
        var milliseconds = new List<double>();
        for (var run = 0; run < (options.Quick ? 30 : 100); run++)
        {
            var began = Stopwatch.GetTimestamp();
            var seen = await program.RunAsync(rules, CancellationToken.None);
            milliseconds.Add((Stopwatch.GetElapsedTime(began) - seen.Elapsed).TotalMilliseconds);
        }

        return Median.Of(milliseconds.Skip(milliseconds.Count / 3));
    }

    private static async Task TenCallsAsync(Sandbox sandbox)
    {
        using var client = sandbox.CreateClient();
        await CallAsync(client, "CreateInstances", Order);
        for (var look = 0; look < Looks; look++)
        {
            await CallAsync(client, "DescribeInstances", "{}");
        }

        await CallAsync(client, "DescribeZones", "{}");
    }

    private static async Task<string> CallAsync(HttpClient client, string action, string parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(parameters, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-TC-Action", action);
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return answer.Contains("\"Error\"", StringComparison.Ordinal) ? throw new InvalidOperationException(answer) : answer;
    }
}
