using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Storage;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>A stop under load: whatever was begun is answered.</summary>
public class GracefulStopTests
{
    private const int Callers = 16;

    [Fact]
    public async Task What_was_ordered_was_answered_and_what_was_answered_is_there()
    {
        using var directory = new TestDirectory();
        string[] settings = [$"Storage:Directory={directory.Name}", "RateLimit:Enabled=false", "Clock:Mode=Frozen"];
        var ordered = new ConcurrentBag<string>();
        using (var emulator = await EmulatorProgram.StartAsync(settings))
        {
            using var client = new HttpClient { BaseAddress = emulator.Endpoint };
            await new ControlPlaneClient(client).Sandbox("default").ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 100_000, Quota = 0 });
            var underWay = new TaskCompletionSource();
            var callers = Enumerable.Range(0, Callers).Select(caller => OrderAsync($"c{caller}")).ToArray();
            await underWay.Task;
            Assert.Equal(0, await emulator.StopAsync());
            await Task.WhenAll(callers);

            async Task OrderAsync(string name)
            {
                try
                {
                    for (var i = 0; ; i++)
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
                        request.Headers.Add("X-TC-Action", "CreateInstances");
                        request.Content = new StringContent(EmulatorApplication.Order(name: $"{name}-{i}").ToJsonString(), Encoding.UTF8, "application/json");
                        using var response = await client.SendAsync(request);
                        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!;
                        ordered.Add((string)answer["InstanceIdSet"]![0]!);
                        if (ordered.Count > Callers)
                        {
                            underWay.TrySetResult();
                        }
                    }
                }
                catch (HttpRequestException)
                {
                    // It has stopped.
                    underWay.TrySetResult();
                }
            }
        }

        using var again = await EmulatorProgram.StartAsync(settings);
        using var reader = new HttpClient { BaseAddress = again.Endpoint };
        var held = await new ControlPlaneClient(reader).Sandbox("default").GetHeldAsync();
        Assert.Equal(ordered.Order(StringComparer.Ordinal), held.Instances.Select(instance => instance.Id).Order(StringComparer.Ordinal));
    }
}
