using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Snapshots;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.Fuzz;

/// <summary>
/// Valid requests of every form, changed by a seeded generator: each answer is an envelope or the web server's own 4xx (505 for a version), none is a
/// defect, and what is refused has changed nothing. More cases, or others, are run by hand: EDGEZONE_FUZZ_CASES=100000 EDGEZONE_FUZZ_SEED=7.
/// </summary>
public class FuzzTests
{
    private static readonly int Cases = Number("EDGEZONE_FUZZ_CASES", 120);

    private static readonly int Seed = Number("EDGEZONE_FUZZ_SEED", 1);

    public static TheoryData<string> Forms => ["TC3 JSON", "TC3 GET", "TC3 form", "v1 form", "v1 GET", "unsigned"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Changed_bytes_and_headers_are_answered_or_refused(string form)
    {
        await using var emulator = await StartAsync();
        await ForEachAsync(form, async (random, number) =>
        {
            var (action, parameters) = ValidCalls.All[random.Next(ValidCalls.All.Count)];
            var valid = await WireRequest.WriteAsync(Build(emulator, form, action, parameters));
            var request = number % 2 == 0 ? Mutation.OfBytes(valid, random) : Mutation.OfHeaders(valid, random);
            await JudgeAsync(emulator, request, mayBeCut: true);
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Changed_parameters_are_answered_with_an_envelope(string form)
    {
        await using var emulator = await StartAsync();
        await ForEachAsync(form, async (random, _) =>
        {
            var (action, parameters) = ValidCalls.All[random.Next(ValidCalls.All.Count)];
            var request = await WireRequest.WriteAsync(Build(emulator, form, action, Mutation.OfParameters(parameters, random)));
            await JudgeAsync(emulator, request, mayBeCut: false);
        });
    }

    private static Task<EmulatorApplication> StartAsync() => EmulatorApplication.StartAsync("Logging:Level=Error", "Sandboxes:Maximum=100000");

    private static async Task ForEachAsync(string form, Func<Random, int, Task> run)
    {
        for (var number = 0; number < Cases; number++)
        {
            try
            {
                await run(new Random(HashCode(form) + (Seed * 1_000_003) + number), number);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Case {number} of {form}, seed {Seed}: {e.Message}", e);
            }
        }
    }

    // The runtime's own differs from run to run.
    private static int HashCode(string text) => text.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter));

    private static HttpRequestMessage Build(EmulatorApplication emulator, string form, string action, JsonObject parameters)
    {
        var now = emulator.Time.GetUtcNow();
        if (form.StartsWith("v1", StringComparison.Ordinal))
        {
            return new V1Call(action, [.. Flat(parameters)]) { Method = form == "v1 GET" ? "GET" : "POST" }.Build(emulator.Endpoint, now);
        }

        var query = string.Join('&', Flat(parameters).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return form switch
        {
            "TC3 GET" =>
                new Tc3Call(action, "") { Method = "GET", Query = query, ContentType = "application/x-www-form-urlencoded" }.Build(emulator.Endpoint, now),
            "TC3 form" => new Tc3Call(action, query) { ContentType = "application/x-www-form-urlencoded" }.Build(emulator.Endpoint, now),
            "unsigned" => new Tc3Call(action, parameters.ToJsonString()) { Authorization = "" }.Build(emulator.Endpoint, now),
            _ => new Tc3Call(action, parameters.ToJsonString()).Build(emulator.Endpoint, now),
        };
    }

    private static IEnumerable<(string Key, string Value)> Flat(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Flat(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((item, place) => Flat(item, $"{path}.{place}")),
        null => [],
        _ => [(path, node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString())],
    };

    private static async Task JudgeAsync(EmulatorApplication emulator, byte[] request, bool mayBeCut)
    {
        var before = await SaveAsync(emulator);
        var answer = Encoding.UTF8.GetString(await WireRequest.SendAsync(emulator.Endpoint, request, mayBeCut));
        try
        {
            if (Judge(answer, mayBeCut))
            {
                Assert.Equal(before, await SaveAsync(emulator));
            }
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}\n{Encoding.Latin1.GetString(request)}\n---\n{answer}", e);
        }
    }

    /// <returns>Whether the request was refused.</returns>
    private static bool Judge(string answer, bool mayBeCut)
    {
        if (answer.Length == 0)
        {
            // What has no end is not answered; the connection ends all the same.
            Assert.True(mayBeCut, "There is no answer.");
            return true;
        }

        var status = int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (status != 200)
        {
            Assert.True(mayBeCut, "It is no envelope.");
            Assert.True(status is (>= 400 and <= 499) or 505, $"Status {status}");
            return true;
        }

        Assert.Contains("\r\nContent-Type: application/json\r\n", answer);
        var start = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        if (answer.Length == start)
        {
            // To a HEAD.
            return false;
        }

        var response = JsonNode.Parse(answer[start..].Split("HTTP/1.1 ")[0])!["Response"]!;
        Assert.NotEmpty((string)response["RequestId"]!);
        var code = (string?)response["Error"]?["Code"];
        Assert.NotEqual("InternalError", code);
        Assert.DoesNotContain("   at ", answer);
        return code is not null;
    }

    /// <summary>Everything but what every call that comes in moves on: its number, and the chance that its RequestId is drawn from.</summary>
    private static async Task<string> SaveAsync(EmulatorApplication emulator)
    {
        var state = await emulator.Services.GetRequiredService<SandboxRegistry>().GetOrCreate("default").SaveAsync();
        var document = JsonNode.Parse(SnapshotDocument.Write(state))!.AsObject();
        document.Remove("chance");
        document.Remove("number");
        return document.ToJsonString();
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
