using System.Text;
using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Tests.Fuzz;

/// <summary>What is done to a valid request, by a generator that is seeded: the same number gives the same request.</summary>
internal static class Mutation
{
    private static readonly string[] OddTexts =
    [
        "", " ", "\0", "\u001b[31m", "\r\nX-Injected: 1", "💥", "\uFEFF", "ß", "%", "%00", "'", "\"", "\\", "../..", "null", "true", "NaN", "-0",
        "1e308", "9223372036854775808", "-9223372036854775809", "18446744073709551616", "0x10", "{}", "[]", "<script>", "ins-", "net-private-001",
        new('a', 300), new('9', 500),
    ];

    private static readonly string[] OddHeaders =
    [
        "X-TC-Action", "X-TC-Version", "X-TC-Region", "X-TC-Timestamp", "X-TC-Language", "X-TC-Token", "X-TC-Content-SHA256", "Authorization", "Content-Type",
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect", "Upgrade", "Origin", "Accept-Encoding", "X-TC-TraceId", "Cookie",
    ];

    /// <summary>Changes some bytes, wherever they are.</summary>
    public static byte[] OfBytes(byte[] request, Random random)
    {
        var bytes = request.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Range(0, random.Next(1, 20)).Select(_ => (byte)random.Next(256)));
                    break;
                default:
                    bytes.InsertRange(at, [.. bytes.Skip(at).Take(random.Next(1, 60))]);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Drops a header, says it twice, or gives it another value.</summary>
    public static byte[] OfHeaders(byte[] request, Random random)
    {
        var text = Encoding.Latin1.GetString(request);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..end].Split("\r\n").ToList();
        var at = random.Next(1, lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[at]);
                break;
            case 2:
                lines[at] = $"{lines[at].Split(':')[0]}: {OddText(random)}";
                break;
            default:
                lines.Insert(at, $"{OddHeaders[random.Next(OddHeaders.Length)]}: {OddText(random)}");
                break;
        }

        return [.. Encoding.Latin1.GetBytes(string.Join("\r\n", lines)), .. request[end..]];
    }

    /// <summary>Drops a parameter, renames it, or gives it another value, however deep.</summary>
    public static JsonObject OfParameters(JsonObject valid, Random random)
    {
        var parameters = (JsonObject)valid.DeepClone();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var names = parameters.Select(member => member.Key).ToArray();
            var name = names.Length > 0 ? names[random.Next(names.Length)] : "Limit";
            switch (random.Next(5))
            {
                case 0:
                    parameters.Remove(name);
                    break;
                case 1:
                    parameters[$"{name}{OddText(random)}"] = OddValue(random, 0);
                    break;
                case 2 when parameters[name] is JsonArray list:
                    list.Add(OddValue(random, 0));
                    break;
                default:
                    parameters[name] = OddValue(random, 0);
                    break;
            }
        }

        return parameters;
    }

    private static JsonNode? OddValue(Random random, int depth) => random.Next(depth < 4 ? 9 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64()),
        3 => JsonValue.Create(random.Next(-2, 12)),
        4 => JsonValue.Create(random.NextDouble() * 1e6),
        5 or 6 => JsonValue.Create(OddTexts[random.Next(OddTexts.Length)]),
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => OddValue(random, depth + 1))]),
        _ => new JsonObject([.. Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create($"k{i}", OddValue(random, depth + 1)))]),
    };

    private static string OddText(Random random) => OddTexts[random.Next(OddTexts.Length)];
}
