using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>Every error code that is documented for an action is reached, or the contract file says why not.</summary>
public class CodeTests
{
    public static TheoryData<string, string, string> Reached { get; } = ReachedCodes();

    [Theory]
    [MemberData(nameof(Reached))]
    public async Task A_documented_code_is_reached(string action, string code, string edition)
    {
        var scenario = CodeScenarios.All[(action, code)];
        await using var emulator = await EmulatorApplication.StartAsync(scenario.Seed, $"Api:Edition={edition}", $"Durations:Profile={scenario.Durations}");

        (await scenario.Run(emulator)).Refused(code);
    }

    [Fact]
    public void Every_documented_code_is_reached_or_listed_with_a_reason() => Assert.Equal(
        ApiContract.Actions.SelectMany(action => action.Codes.Where(code => code.Unreached is null).Select(code => $"{action.Name} {code.Code}")).Order(StringComparer.Ordinal),
        CodeScenarios.All.Keys.Select(key => $"{key.Action} {key.Code}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Before_the_newer_contract_an_unknown_zone_of_a_public_network_is_an_invalid_parameter()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await CodeScenarios.All[("CreatePublicNetworkInstance", "ResourceNotFound.ZoneNotFound")].Run(emulator);

        Assert.Equal("Zone ap-nowhere-1 does not exist", answer.Refused("InvalidParameter").Message);
    }

    private static TheoryData<string, string, string> ReachedCodes()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var action in ApiContract.Actions)
        {
            foreach (var code in action.Codes.Where(code => code.Unreached is null))
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
