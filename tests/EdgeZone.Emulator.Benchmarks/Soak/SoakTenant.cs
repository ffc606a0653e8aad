using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Benchmarks.Soak;

/// <summary>One sandbox and whoever uses it: signed calls one after the other, drawn by a generator that is seeded, and commands between them.</summary>
internal sealed class SoakTenant : IDisposable
{
    private const string Zone = "ap-guangzhou-1";
    private const string Type = "BMS5.MEDIUM8";
    private const int Machines = 200;

    // What the rules of this run may answer, and nothing else does.
    private const string AskedFor = "FailedOperation.Soak";

    private readonly Random _random;
    private readonly SoakTally _tally;
    private readonly ControlPlaneClient _control;
    private readonly SandboxClient _sandbox;
    private readonly HttpClient _client;
    private readonly HashSet<string> _instances = [];
    private bool _losesAnswers;

    private SoakTenant(ControlPlaneClient control, SandboxClient sandbox, HttpClient client, Random random, SoakTally tally) =>
        (_control, _sandbox, _client, _random, _tally) = (control, sandbox, client, random, tally);

    public static async Task<SoakTenant> CreateAsync(ControlPlaneClient control, Uri endpoint, int number, int seed, SoakTally tally)
    {
        var made = await control.CreateSandboxAsync(new SandboxOptions
        {
            Name = $"soak-{number}",
            Chance = seed,
            Clock = new ClockStart(number % 2 == 0 ? ClockMode.Frozen : ClockMode.Real),
        });
        var sandbox = control.Sandbox(made.Name);
        await sandbox.ChangeStockAsync(Zone, Type, new StockChange { Free = Machines, Quota = 0 });
        var key = made.Credentials[0];
        var signing = new Tc3SigningHandler(key.SecretId, key.SecretKey) { InnerHandler = new SocketsHttpHandler { UseProxy = false } };
        return new SoakTenant(control, sandbox, new HttpClient(signing) { BaseAddress = endpoint }, new Random((seed * 1_000) + number), tally);
    }

    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await (_random.Next(1_000) switch
                {
                    < 500 => DescribeAsync(),
                    < 700 => CreateAsync(),
                    < 900 => TerminateAsync(),
                    < 940 => CallAsync("DescribeZones", []),
                    < 985 => MoveAsync(),
                    < 992 => AddRuleAsync(),
                    < 997 => ClearRulesAsync(),
                    _ => ForkAsync(),
                });
            }
            catch (Exception e) when (e is ControlPlaneException or HttpRequestException)
            {
                _tally.WentWrong($"{_sandbox.Name}: {e.Message}");
            }
        }
    }

    /// <summary>Lets all work end, and looks whether everything is where it should be.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        var wrong = new List<string>();
        await _sandbox.ClearFaultsAsync();
        await _sandbox.AdvanceUntilIdleAsync();
        var (stock, held) = (await _sandbox.GetStockAsync(Zone, Type), await _sandbox.GetHeldAsync());
        Require(stock.Machines == Machines, $"{stock.Machines} machines instead of {Machines}");
        Require(stock.Free + stock.Bound + stock.Wiping == stock.Machines, $"{stock.Free} + {stock.Bound} + {stock.Wiping} is not {stock.Machines}");
        Require(stock.Bound == held.Instances.Count, $"{held.Instances.Count} instances hold {stock.Bound} machines");
        Require(stock.Wiping == 0 && held.Pending.Count == 0, "work is left though nothing is due");
        var ids = held.Instances.Select(instance => instance.Id).ToHashSet();
        Require(
            _losesAnswers || ids.SetEquals(_instances),
            $"{ids.Except(_instances).Count()} instances that nobody was told of, {_instances.Except(ids).Count()} that are gone");
        Dispose();
        return wrong;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                wrong.Add($"{_sandbox.Name}: {otherwise}");
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task DescribeAsync()
    {
        var answer = await CallAsync("DescribeInstances", new JsonObject { ["Limit"] = 20 });
        // A terminated one is shown until its machine is wiped.
        if (answer?["TotalCount"] is { } total && !_losesAnswers && (int)total < _instances.Count)
        {
            _tally.WentWrong($"{_sandbox.Name}: {total} instances described, {_instances.Count} ordered");
        }
    }

    private async Task CreateAsync()
    {
        var answer = await CallAsync("CreateInstances", new JsonObject
        {
            ["Zone"] = Zone,
            ["InstanceType"] = Type,
            ["InstanceName"] = "soak",
            ["InstanceCount"] = _random.Next(1, 4),
            ["PrivateNetworkId"] = "net-private-001",
            ["PublicNetworkId"] = "net-public-001",
        });
        _instances.UnionWith(answer?["InstanceIdSet"]?.AsArray().Select(id => (string)id!) ?? []);
    }

    private async Task TerminateAsync()
    {
        if (_instances.Count == 0)
        {
            return;
        }

        var id = _instances.ElementAt(_random.Next(_instances.Count));
        if (await CallAsync("TerminateInstances", new JsonObject { ["InstanceIds"] = new JsonArray(id) }) is { } answer && answer["Error"] is null)
        {
            _instances.Remove(id);
        }
    }

    private async Task MoveAsync()
    {
        await _sandbox.AdvanceAsync(TimeSpan.FromSeconds(_random.Next(1, 600)));
        _tally.Moved();
    }

    private async Task AddRuleAsync()
    {
        var outcome = _random.Next(5) switch
        {
            0 => new FaultOutcome { Delay = TimeSpan.FromMilliseconds(_random.Next(1, 50)) },
            1 => new FaultOutcome { Drop = DroppedPart.Request },
            2 => new FaultOutcome { Drop = DroppedPart.Answer },
            3 => new FaultOutcome { Machine = MachineFault.Unavailable },
            _ => new FaultOutcome { Error = new FaultError(AskedFor) },
        };
        _losesAnswers |= outcome.Drop is not null;
        await _sandbox.AddFaultAsync(new FaultRule
        {
            Match = new FaultMatch { Action = outcome.Machine is null ? "*" : "CreateInstances" },
            When = new FaultTiming { Times = _random.Next(1, 20), Every = _random.Next(1, 10) },
            Then = [outcome],
        });
        _tally.RuleAdded();
    }

    private Task ClearRulesAsync() => _sandbox.ClearFaultsAsync();

    private async Task ForkAsync()
    {
        var fork = _control.Sandbox((await _sandbox.ForkAsync()).Name);
        var (mine, theirs) = (await _sandbox.GetStockAsync(Zone, Type), await fork.GetStockAsync(Zone, Type));
        if (mine.Bound != theirs.Bound)
        {
            _tally.WentWrong($"{_sandbox.Name}: a fork holds {theirs.Bound} machines and not {mine.Bound}");
        }

        await fork.DeleteAsync();
        _tally.Forked();
    }

    /// <returns>What stands in <c>Response</c>; null where a rule kept the answer back.</returns>
    private async Task<JsonNode?> CallAsync(string action, JsonObject parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("X-TC-Action", action);
        request.Content = new StringContent(parameters.ToJsonString(), Encoding.UTF8, "application/json");
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!;
            var code = (string?)answer["Error"]?["Code"] ?? "OK";
            _tally.Called(code, Stopwatch.GetElapsedTime(started));
            if (code == "InternalError")
            {
                _tally.WentWrong($"{_sandbox.Name}: {action}: {answer.ToJsonString()}");
            }

            return answer;
        }
        catch (HttpRequestException) when (_losesAnswers)
        {
            _tally.Called("no answer, as asked for", Stopwatch.GetElapsedTime(started));
            return null;
        }
    }
}
