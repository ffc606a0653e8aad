using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Seed;

/// <summary>The table in <c>docs/seed.md</c> is what is read: every member, what it may be, and whether it may be absent.</summary>
public partial class SeedPageTests
{
    public static TheoryData<string, string, bool> Rows()
    {
        using var page = new StreamReader(typeof(SeedPageTests).Assembly.GetManifestResourceStream("seed.md")!);
        var rows = new TheoryData<string, string, bool>();
        foreach (Match row in Row().Matches(page.ReadToEnd()))
        {
            rows.Add(row.Groups["member"].Value, row.Groups["value"].Value, row.Groups["default"].Length > 0);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_member_is_read_as_the_table_says(string member, string value, bool isOptional)
    {
        string[] refusals = [Refused(member, true), Refused(member, "x")];

        Assert.Contains(refusals, refusal =>
            refusal.EndsWith($" not {value}.", StringComparison.Ordinal) || refusal.Contains($" not {value}, the most that", StringComparison.Ordinal));
        Assert.Equal(isOptional, Refused(member, null).Length == 0);
        Assert.Equal(isOptional || MayBeLeftOut(member), Removed(member).Length == 0);
    }

    [Fact]
    public void The_table_has_every_member()
    {
        var rows = Rows().Select(row => (Member: (string)row[0], Value: (string)row[1])).ToArray();
        Assert.All(
            rows.Where(row => row.Value == "an object"),
            row => Assert.Contains(rows, other => other.Member.StartsWith($"{row.Member}.", StringComparison.Ordinal)));

        foreach (var members in rows.Select(row => row.Member)
            .Where(member => !MayBeLeftOut(member))
            .GroupBy(member => member[..(member.LastIndexOf('.') + 1)]))
        {
            var unknown = Refused($"{members.Key}unheardOf", 1);

            Assert.EndsWith($"is unknown; there are {string.Join(", ", members.Select(member => member[members.Key.Length..]))}.", unknown);
        }
    }

    // An element of a list or a member whose name the file chooses: the list or object works without it.
    private static bool MayBeLeftOut(string member) => member.EndsWith("[]", StringComparison.Ordinal) || member.EndsWith('>');

    private static string Removed(string member) => RefusalOf(member, (parent, key) =>
    {
        if (key is int last)
        {
            parent.AsArray().RemoveAt(last);
        }
        else
        {
            parent.AsObject().Remove((string)key);
        }
    });

    private static string Refused(string member, JsonNode? value) => RefusalOf(member, (parent, key) =>
    {
        if (key is int last)
        {
            parent[last] = value;
        }
        else
        {
            parent[(string)key] = value;
        }
    });

    // Of lists and free names the last one: nothing else in the seed needs it.
    private static string RefusalOf(string member, Action<JsonNode, object> change)
    {
        var seed = Everything();
        JsonNode? parent = null;
        var node = seed;
        object key = "";
        foreach (var step in member.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            parent = node!;
            key = step switch
            {
                "[]" => parent.AsArray().Count - 1,
                ['<', ..] => parent.AsObject().Last().Key,
                _ => step,
            };
            node = key is int last ? parent[last] : parent[(string)key];
        }

        change(parent!, key);
        return Record.Exception(() => SeedText.Load(seed.ToJsonString())) switch
        {
            null => "",
            SettingsException refusal => refusal.Message,
            var defect => throw new InvalidOperationException(member, defect),
        };
    }

    // The built-in seed lacks what few need.
    private static JsonNode Everything()
    {
        var seed = JsonNode.Parse(SeedText.BuiltIn)!;
        var model = seed["instanceTypes"]!.AsArray().Last()!;
        model["secondaryDataDisk"] = model["systemDisk"]!.DeepClone();
        seed["images"]!.AsArray().Last()!["versions"] = new JsonArray("1");
        var network = seed["publicNetworks"]![0]!;
        network["routeMode"] = "static";
        network["ips"] = new JsonArray("203.0.113.9");
        return seed;
    }

    [GeneratedRegex(@"^\| `(?<member>[a-z][^`]*)` \| (?<value>[^|]+) \| (?<default>none )?\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
