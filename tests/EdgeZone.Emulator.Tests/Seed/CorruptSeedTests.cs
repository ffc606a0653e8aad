using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Seed;

/// <summary>The built-in seed with every one of its values spoiled, one at a time: it works all the same, or one line says where it is wrong.</summary>
public partial class CorruptSeedTests
{
    public static TheoryData<string> Values =>
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\"x\"", "\"a\\nb\"", "[]", "[null]", "{}", "{\"x\":null}",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_another_type_or_range(string value) => Spoil((parent, key) => Replace(parent, key, JsonNode.Parse(value)));

    [Fact]
    public void A_value_that_is_gone() => Spoil((parent, key) =>
    {
        if (parent is JsonObject members)
        {
            members.Remove((string)key);
        }
        else
        {
            parent.AsArray().RemoveAt((int)key);
        }
    });

    [Fact]
    public void A_value_that_is_there_twice() => Spoil((parent, key) =>
    {
        if (parent is JsonArray list)
        {
            list.Add(list[(int)key]!.DeepClone());
        }
        else
        {
            // Names are told apart by their case only where whoever wrote the file chose them.
            parent.AsObject()[((string)key).ToUpperInvariant()] = parent[(string)key]!.DeepClone();
        }
    });

    [Fact]
    public void A_number_or_a_text_that_another_has() => Spoil((parent, key) => Replace(parent, key, parent switch
    {
        JsonObject members => (members.FirstOrDefault(member => member.Key != (string)key).Value ?? members[(string)key])!.DeepClone(),
        _ => parent[0]!.DeepClone(),
    }));

    private static void Spoil(Action<JsonNode, object> spoil)
    {
        var places = Places(JsonNode.Parse(SeedText.BuiltIn)!, []).ToArray();
        Assert.True(places.Length > 200, $"{places.Length} values");
        foreach (var place in places)
        {
            var seed = JsonNode.Parse(SeedText.BuiltIn)!;
            var parent = place[..^1].Aggregate(seed, (node, key) => key is int i ? node[i]! : node[(string)key]!);
            spoil(parent, place[^1]);
            try
            {
                SeedText.Load(seed.ToJsonString());
            }
            catch (SettingsException e)
            {
                Assert.Matches(OneLineWithAPath(), e.Message);
            }
            catch (Exception e)
            {
                Assert.Fail($"{string.Join('.', place)}: {e}");
            }
        }
    }

    private static IEnumerable<object[]> Places(JsonNode node, object[] path)
    {
        IEnumerable<(object Key, JsonNode? Value)> inside = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray list => list.Select((item, i) => ((object)i, item)),
            _ => [],
        };
        return inside.SelectMany(one => Places(one.Value!, [.. path, one.Key]).Prepend([.. path, one.Key]));
    }

    private static void Replace(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int i)
        {
            parent[i] = value;
        }
        else
        {
            parent[(string)key] = value;
        }
    }

    [GeneratedRegex(@"^Emulator:Seed: [^\n]+: The value at \$[^\n]* (is|has|names|gets|needs) [^\n]+\.$")]
    private static partial Regex OneLineWithAPath();
}
