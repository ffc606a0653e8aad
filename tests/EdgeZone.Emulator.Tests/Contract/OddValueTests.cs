using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>Odd values of the right type: whatever an action says about them, it says with a code that is documented for it.</summary>
public class OddValueTests
{
    private static readonly Dictionary<string, string> GoodValues = new()
    {
        ["Zone"] = "\"ap-guangzhou-1\"",
        ["ZoneId"] = "\"ap-guangzhou-2\"",
        ["InstanceType"] = "\"BMS5.MEDIUM8\"",
        ["CreatePublicNetworkInstance.InstanceType"] = "\"standard\"",
        ["InstanceName"] = "\"name\"",
        ["NetworkInstanceName"] = "\"name\"",
        ["PrivateNetworkId"] = $"\"{Seeded.PrivateNetwork}\"",
        ["PublicNetworkId"] = $"\"{Seeded.PublicNetwork}\"",
        ["NetworkInstanceId"] = $"\"{Seeded.PublicNetwork}\"",
        ["DescribePublicIps.NetworkInstanceId"] = $"[\"{Seeded.PublicNetwork}\"]",
        ["Network"] = "\"10.1.0.0\"",
        ["Mask"] = "24",
        ["Line"] = "\"BGP\"",
        ["RouteMode"] = "\"static\"",
        ["Count"] = "1",
        ["Type"] = "\"ipv4\"",
        ["IpList"] = """["203.0.113.10"]""",
        ["InstanceIds"] = """["ins-00000000"]""",
        ["MetricName"] = "\"inbw\"",
        ["StartTime"] = "\"2026-01-13T09:00:00Z\"",
        ["EndTime"] = "\"2026-01-13T10:00:00Z\"",
    };

    public static TheoryData<string, string> ActionsAndEditions { get; } = EachActionInEachEdition();

    [Theory]
    [MemberData(nameof(ActionsAndEditions))]
    public async Task An_odd_value_is_taken_or_refused_with_a_documented_code(string actionName, string edition)
    {
        var action = ApiContract.Action(actionName);
        var reached = action.Codes.Where(code => code.Editions.Contains(edition) && code.Unreached is null).Select(code => code.Code);
        string[] allowed = [.. reached, .. action.BorrowedCodes];
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        var instance = await emulator.GivenInstanceAsync();

        foreach (var odd in action.Parameters.Where(parameter => parameter.Editions.Contains(edition)))
        {
            var others = action.Parameters
                .Where(parameter => parameter != odd && parameter.RequiredIn.Contains(edition))
                .Select(parameter => $"\"{parameter.Name}\":{Good(actionName, parameter, instance)}");
            foreach (var value in OddValues(odd.Type))
            {
                var answer = await emulator.CallAsync(actionName, $"{{{string.Join(',', others.Append($"\"{odd.Name}\":{value}"))}}}");

                Assert.True(
                    answer.Code is null || allowed.Contains(answer.Code),
                    $"{odd.Name}={value[..Math.Min(40, value.Length)]}: {answer.Response}");
            }
        }
    }

    private static TheoryData<string, string> EachActionInEachEdition()
    {
        var rows = new TheoryData<string, string>();
        foreach (var action in ApiContract.Actions)
        {
            foreach (var edition in ApiContract.Editions)
            {
                rows.Add(action.Name, edition);
            }
        }

        return rows;
    }

    private static string Good(string action, ContractParameter parameter, string instance) => parameter.Name == "InstanceId"
        ? $"\"{instance}\""
        : GoodValues.GetValueOrDefault($"{action}.{parameter.Name}") ?? GoodValues[parameter.Name];

    private static IEnumerable<string> OddValues(string type) => type switch
    {
        "string" =>
        [
            "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"ключ\"", "\"😀\"", "\"10.0.0.0/8\"", "\"::1\"", "\"ipv6\"", "\"2026-01-13T09:00:00\"", "\"100001\"",
            $"\"{new string('n', 61)}\"", $"\"{new string('n', 20_000)}\"",
        ],
        "int64" => ["-9223372036854775808", "-1", "0", "1", "29", "101", "9223372036854775807", "1.0"],
        "uint64" => ["0", "1", "51", "101", "9223372036854775808", "18446744073709551615"],
        "bool" => ["true", "false"],
        _ => ["[]", "[\"\"]", "[\"x\"]", "[\"x\",\"x\"]", $"[{string.Join(',', Enumerable.Repeat("\"x\"", 101))}]"],
    };
}
