using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>What the emulator declares is what the contract says, no more and no less.</summary>
public class DeclarationTests
{
    public static TheoryData<string> Actions { get; } = [.. ApiContract.Actions.Select(action => action.Name)];

    [Fact]
    public void The_actions_are_those_of_the_contract() => Assert.Equal(
        ApiContract.Actions.Select(action => action.Name).Order(StringComparer.Ordinal),
        SupportedActions.All.Select(action => action.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Actions))]
    public void The_parameters_of_an_action_are_those_of_the_contract_in_its_order(string action) => Assert.Equal(
        ApiContract.Action(action).Parameters.Select(Describe),
        SupportedActions.ByName[action].Parameters.Select(Describe));

    [Theory]
    [MemberData(nameof(Actions))]
    public void The_members_of_an_answer_are_those_of_the_contract(string action) => Assert.Equal(
        ApiContract.Action(action).Response.Select(field => field.Name).Append("RequestId").Order(StringComparer.Ordinal),
        SupportedActions.ByName[action].ResponseType.Properties.Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_contract_names_no_shape_that_it_does_not_describe_and_describes_none_that_it_does_not_name()
    {
        var fields = ApiContract.Actions.SelectMany(action => action.Response).Concat(ApiContract.Shapes.Values.SelectMany(shape => shape));
        var named = fields.Select(field => field.Type.Replace("[]", "", StringComparison.Ordinal)).Where(type => char.IsUpper(type[0]));

        Assert.Equal(ApiContract.Shapes.Keys.Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_contract_gives_no_reason_that_no_code_has_and_no_code_a_reason_that_it_does_not_give() => Assert.Equal(
        ApiContract.Reasons.Keys.Order(StringComparer.Ordinal),
        ApiContract.Actions.SelectMany(action => action.Codes).Select(code => code.Unreached).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    private static string Describe(ContractParameter parameter) =>
        $"{parameter.Name} {parameter.Type}, in {string.Join(' ', parameter.Editions)}, required in {string.Join(' ', parameter.RequiredIn)}, "
        + $"deprecated: {parameter.IsDeprecated}";

    private static string Describe(Parameter parameter)
    {
        var type = parameter.Type == ParameterType.StringList ? "string[]" : parameter.TypeName;
        return $"{parameter.Name} {type}, in {EditionsWhere(parameter.ExistsIn)}, required in {EditionsWhere(parameter.IsRequiredIn)}, "
            + $"deprecated: {parameter.IsDeprecated}";
    }

    private static string EditionsWhere(Func<ApiEdition, bool> holds) =>
        string.Join(' ', ApiContract.Editions.Where(edition => holds(Enum.Parse<ApiEdition>(edition))));
}
