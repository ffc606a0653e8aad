using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Hosting;
using EdgeZone.Emulator.Tests.Storage;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Keeping;

/// <summary>An emulator that dies under load loses nothing that it has acknowledged, and has nothing half done.</summary>
public class KilledEmulatorTests
{
    private const int Callers = 32;

    /// <summary>More rounds, run by hand: EDGEZONE_KILL_ROUNDS=200 dotnet test --filter KilledEmulatorTests.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("EDGEZONE_KILL_ROUNDS"), out var rounds) ? rounds : 3;

    [Fact]
    public async Task Every_acknowledged_order_is_there_after_a_kill_at_any_point_under_32_callers()
    {
        using var directory = new TestDirectory();
        var random = new Random(Rounds);
        var ordered = new ConcurrentDictionary<string, bool>();
        var unsure = new ConcurrentDictionary<string, bool>();
        string[] settings = [$"Storage:Directory={directory.Name}", "RateLimit:Enabled=false", "Clock:Mode=Frozen"];
        for (var round = 0; round < Rounds; round++)
        {
            using var emulator = await EmulatorProgram.StartAsync(settings);
            using var client = new HttpClient { BaseAddress = emulator.Endpoint };
            await new ControlPlaneClient(client).Sandbox("default").ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 100_000, Quota = 0 });
            var left = random.Next(1, 600);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => OrderAsync($"r{round}-c{caller}")));

            async Task OrderAsync(string name)
            {
                for (var i = 0; ; i++)
                {
                    var wanted = $"{name}-{i}";
                    unsure[wanted] = true;
                    if (!await TryOrderAsync(client, wanted))
                    {
                        return;
                    }

                    ordered[wanted] = true;
                    if (Interlocked.Decrement(ref left) == 0)
                    {
                        emulator.Kill();
                    }
                }
            }
        }

        using var last = await EmulatorProgram.StartAsync(settings);
        using var reader = new HttpClient { BaseAddress = last.Endpoint };
        var found = await NamesAsync(reader);
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Empty(ordered.Keys.Except(found));
        Assert.Empty(found.Except(unsure.Keys));
        var stock = await new ControlPlaneClient(reader).Sandbox("default").GetStockAsync(Seeded.Zone, Seeded.Medium);
        Assert.Equal(found.Count, stock.Bound);
        Assert.NotEmpty(found);
    }

    /// <returns>Whether it was acknowledged.</returns>
    private static async Task<bool> TryOrderAsync(HttpClient client, string name)
    {
        try
        {
            var answer = await CallAsync(client, "CreateInstances", EmulatorApplication.Order(name: name).ToJsonString());
            Assert.Single(answer["InstanceIdSet"]!.AsArray());
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(HttpClient client)
    {
        var names = new List<string>();
        while (true)
        {
            var page = await CallAsync(
                client, "DescribeInstances", string.Create(CultureInfo.InvariantCulture, $$"""{"Offset":{{names.Count}},"Limit":100}"""));
            var set = page["InstanceSet"]!.AsArray();
            names.AddRange(set.Select(instance => (string)instance!["InstanceName"]!));
            if (set.Count == 0)
            {
                return names;
            }
        }
    }

    private static async Task<JsonNode> CallAsync(HttpClient client, string action, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Headers.Add("X-TC-Action", action);
        using var response = await client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!;
    }
}
