using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>
/// What the document says of a parameter is what happens to one who does not keep to it: every rule is broken, and its message compared with the
/// text.
/// </summary>
public partial class ParameterTextTests
{
    private const string Word = "nonsense";

    public static TheoryData<string> Actions => [.. SupportedActions.All.Select(action => action.Name)];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task A_text_has_the_bounds_and_the_words_of_the_rules_and_no_others(string name)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Union");
        var document = await emulator.GetAsync("/openapi/v1.json");
        var example = document["paths"]![ControlPlanePaths.Action(name)]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;
        foreach (var parameter in SupportedActions.ByName[name].Parameters)
        {
            var text = (string)document["components"]!["schemas"]![$"{name}Request"]!["properties"]![parameter.Name]!["description"]!;
            var messages = new List<string>();
            foreach (var probe in Probes(parameter.Type))
            {
                var body = example.DeepClone();
                body[parameter.Name] = probe;
                if ((await emulator.CallAsync(name, body.ToJsonString())).Message is { } message
                    && message.Contains($"`{parameter.Name}`", StringComparison.Ordinal))
                {
                    messages.Add(message);
                }
            }

            Assert.Equal(messages.SelectMany(Bounds).Distinct().Order(StringComparer.Ordinal), Bounds(text).Distinct().Order(StringComparer.Ordinal));
            Assert.All(messages.SelectMany(Words), word => Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("CreateInstances", "InstanceCount", "1 to 50")]
    [InlineData("CreateInstances", "Password", "8 to 30")]
    [InlineData("DescribeInstances", "InstanceIds", "at most 100")]
    [InlineData("DescribePublicIps", "State", "InUse")]
    public void Some_texts_have_bounds_and_words_to_be_compared(string action, string parameter, string said) =>
        Assert.Contains(said, SupportedActions.ByName[action].Parameters.Single(declared => declared.Name == parameter).Text, StringComparison.Ordinal);

    [Fact]
    public void Every_action_and_every_parameter_is_described() => Assert.All(SupportedActions.All, action =>
    {
        Assert.NotEmpty(action.Summary);
        Assert.All(action.Parameters, parameter => Assert.EndsWith(".", parameter.Text));
    });

    private static IEnumerable<JsonNode> Probes(ParameterType type) => type switch
    {
        ParameterType.Int64 => [-1, 0, 101, uint.MaxValue + 1L],
        ParameterType.UInt64 => [0, 101, uint.MaxValue + 1L],
        ParameterType.String => ["", Word, new string('x', 33), new string('x', 61), new string('x', 20_000)],
        ParameterType.StringList =>
            [new JsonArray(), new JsonArray(Word), new JsonArray([.. Enumerable.Repeat<JsonNode>(Word, 101).Select(word => word.DeepClone())])],
        _ => [],
    };

    private static IEnumerable<string> Bounds(string sentence)
    {
        foreach (Match match in Range().Matches(sentence))
        {
            yield return $"{match.Groups["from"].Value} to {match.Groups["to"].Value}";
        }

        foreach (Match match in Most().Matches(sentence))
        {
            yield return $"at most {match.Groups["most"].Value}";
        }

        foreach (Match match in Least().Matches(sentence))
        {
            yield return $"at least {match.Groups["least"].Value}";
        }

        if (sentence.Contains("has no values", StringComparison.Ordinal) || sentence.Contains("at least one and", StringComparison.Ordinal))
        {
            yield return "at least one";
        }
    }

    // What stands in brackets explains a word.
    private static IEnumerable<string> Words(string message) => Known().Match(message) is { Success: true } known
        ? known.Groups["words"].Value.Split(" (")[0].Split(", ")
        : [];

    [GeneratedRegex(@"(?<from>\d+) (to|and) (?<to>\d+)")]
    private static partial Regex Range();

    [GeneratedRegex(@"(at most|more than|longer than) (?<most>\d+)")]
    private static partial Regex Most();

    [GeneratedRegex(@"at least (?<least>\d+)")]
    private static partial Regex Least();

    [GeneratedRegex(@"is not one of (?<words>.+)\.$")]
    private static partial Regex Known();
}
