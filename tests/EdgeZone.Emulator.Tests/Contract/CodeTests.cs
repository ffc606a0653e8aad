using System.Text.Json.Nodes;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>
/// Every error code that is documented for an action is reached, by what somebody calls or, where the contract file says why, by a fault rule.
/// </summary>
public class CodeTests
{
    public static TheoryData<string, string, string> Reached { get; } = Codes(code => code.Unreached is null);

    public static TheoryData<string, string, string> Faults { get; } = Codes(code => code.Unreached is not null);

    [Theory]
    [MemberData(nameof(Reached))]
    public async Task A_documented_code_is_reached(string action, string code, string edition)
    {
        var scenario = CodeScenarios.All[(action, code)];
        await using var emulator = await EmulatorApplication.StartAsync(scenario.Seed, $"Api:Edition={edition}", $"Durations:Profile={scenario.Durations}");

        (await scenario.Run(emulator)).Refused(code);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_documented_code_that_nothing_else_makes_happen_is_reached_by_a_fault_rule(string action, string code, string edition)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        var rule = await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Match = new FaultMatch { Action = action },
            Then = [new FaultOutcome { Error = new FaultError(code) }],
        });
        var body = new JsonObject();
        foreach (var parameter in SupportedActions.ByName[action].Parameters.Where(parameter => parameter.IsRequiredIn(Enum.Parse<ApiEdition>(edition))))
        {
            body[parameter.Name] = parameter.Type switch
            {
                ParameterType.String => "x",
                ParameterType.StringList => new JsonArray("x"),
                ParameterType.Bool => true,
                _ => 1,
            };
        }

        (await emulator.CallAsync(action, body)).Refused(code);
        Assert.Null(rule.Warnings);
    }

    [Fact]
    public void Every_documented_code_is_reached_or_listed_with_a_reason() => Assert.Equal(
        ApiContract.Actions.SelectMany(action => action.Codes.Where(code => code.Unreached is null).Select(code => $"{action.Name} {code.Code}"))
            .Order(StringComparer.Ordinal),
        CodeScenarios.All.Keys.Select(key => $"{key.Action} {key.Code}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_codes_that_an_action_declares_are_the_documented_ones() => Assert.All(ApiContract.Actions, action => Assert.Equal(
        action.Codes.Select(code => code.Code).Order(StringComparer.Ordinal),
        SupportedActions.ByName[action.Name].Codes.Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Before_the_newer_contract_an_unknown_zone_of_a_public_network_is_an_invalid_parameter()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await CodeScenarios.All[("CreatePublicNetworkInstance", "ResourceNotFound.ZoneNotFound")].Run(emulator);

        Assert.Equal("Zone ap-nowhere-1 does not exist", answer.Refused("InvalidParameter").Message);
    }

    private static TheoryData<string, string, string> Codes(Func<ContractCode, bool> which)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var action in ApiContract.Actions)
        {
            foreach (var code in action.Codes.Where(which))
            {
                foreach (var edition in code.Editions)
                {
                    rows.Add(action.Name, code.Code, edition);
                }
            }
        }

        return rows;
    }
}
