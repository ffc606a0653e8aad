using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>What the gateway says about each parameter of each action, in every edition, over HTTP.</summary>
public class ParameterTests
{
    public static TheoryData<string> Editions { get; } = [.. ApiContract.Editions];

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task A_wrong_JSON_type_is_refused_by_the_name_of_the_parameter(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        foreach (var (action, parameter) in ParametersIn(edition))
        {
            foreach (var (value, path, type) in WrongValues(parameter))
            {
                var answer = await emulator.CallAsync(action, $$"""{"{{parameter.Name}}":{{value}}}""");

                Assert.Equal(
                    (action, $"The value type of parameter `{path}` is not valid, input type should be `{type}`"),
                    (action, answer.Refused("InvalidParameter").Message));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task A_parameter_that_the_edition_does_not_know_is_refused_by_name(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        foreach (var action in ApiContract.Actions)
        {
            var known = action.Parameters.Where(parameter => parameter.Editions.Contains(edition)).Select(parameter => parameter.Name).ToHashSet();
            string[] elsewhere = [.. ApiContract.Actions.SelectMany(other => other.Parameters).Select(parameter => parameter.Name).Distinct()];
            foreach (var name in elsewhere.Concat(known.Select(name => name.ToLowerInvariant())).Append("Region").Where(name => !known.Contains(name)))
            {
                var answer = await emulator.CallAsync(action.Name, $$"""{"{{name}}":"x"}""");

                Assert.Equal((action.Name, $"The parameter `{name}` is not recognized."), (action.Name, answer.Refused("UnknownParameter").Message));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task A_required_parameter_that_is_missing_or_null_is_named(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        foreach (var action in ApiContract.Actions)
        {
            ContractParameter[] required = [.. action.Parameters.Where(parameter => parameter.RequiredIn.Contains(edition))];
            foreach (var missing in required)
            {
                string[] others = [.. required.Where(parameter => parameter != missing).Select(parameter => $"\"{parameter.Name}\":{RightValue(parameter)}")];
                foreach (var body in new[] { others, [.. others, $"\"{missing.Name}\":null"] })
                {
                    var answer = await emulator.CallAsync(action.Name, $"{{{string.Join(',', body)}}}");

                    Assert.Equal(
                        (action.Name, $"The request is missing a required parameter `{missing.Name}`."),
                        (action.Name, answer.Refused("MissingParameter").Message));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Nothing_but_the_required_parameters_is_missed(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        foreach (var action in ApiContract.Actions)
        {
            var required = action.Parameters.Where(parameter => parameter.RequiredIn.Contains(edition));
            var body = string.Join(',', required.Select(parameter => $"\"{parameter.Name}\":{RightValue(parameter)}"));

            var answer = await emulator.CallAsync(action.Name, $"{{{body}}}");

            Assert.True(answer.Code is not ("MissingParameter" or "UnknownParameter"), $"{action.Name}: {answer.Response}");
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public async Task Every_declared_parameter_of_its_own_type_passes_the_gateway(string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        foreach (var action in ApiContract.Actions)
        {
            var all = action.Parameters.Where(parameter => parameter.Editions.Contains(edition));
            var body = string.Join(',', all.Select(parameter => $"\"{parameter.Name}\":{RightValue(parameter)}"));

            var answer = await emulator.CallAsync(action.Name, $"{{{body}}}");

            Assert.True(answer.Code is not ("MissingParameter" or "UnknownParameter"), $"{action.Name}: {answer.Response}");
            Assert.True(answer.Message?.StartsWith("The value type", StringComparison.Ordinal) != true, $"{action.Name}: {answer.Response}");
        }
    }

    private static IEnumerable<(string Action, ContractParameter Parameter)> ParametersIn(string edition) =>
        ApiContract.Actions.SelectMany(action => action.Parameters
            .Where(parameter => parameter.Editions.Contains(edition))
            .Select(parameter => (action.Name, parameter)));

    private static IEnumerable<(string Value, string Path, string Type)> WrongValues(ContractParameter parameter)
    {
        string[] values = parameter.Type switch
        {
            "string" => ["5", "true", "[\"x\"]", "{}"],
            "int64" => ["\"5\"", "1.5", "true", "[5]", "9223372036854775808"],
            "uint64" => ["\"5\"", "1.5", "-1", "true", "18446744073709551616"],
            "bool" => ["\"true\"", "1", "[true]"],
            _ => ["\"x\"", "5", "{}"],
        };
        var type = parameter.Type == "string[]" ? "array" : parameter.Type;
        var wrong = values.Select(value => (value, parameter.Name, type));
        return parameter.Type == "string[]"
            ? [.. wrong, ("[\"x\",5]", $"{parameter.Name}.1", "string"), ("[null]", $"{parameter.Name}.0", "string")]
            : wrong;
    }

    private static string RightValue(ContractParameter parameter) => parameter.Type switch
    {
        "string" => "\"x\"",
        "bool" => "false",
        "string[]" => "[\"x\"]",
        _ => "1",
    };
}
