using EdgeZone.Emulator.Actions;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>The fixture's constants say of the actions what their declarations say, which users of the package cannot see.</summary>
public class ApiActionsTests
{
    private const string Name = "ApiActions.cs";

    [Fact]
    public void Every_action_has_its_constant_with_its_summary()
    {
        var file = ExpectedFile.Read(Name);
        var head = file.TakeWhile(line => !line.Contains("\"*\"", StringComparison.Ordinal)).Append("    public const string Any = \"*\";");
        var constants = SupportedActions.All.SelectMany(action => (string[])
        [
            "",
            $"    /// <summary>{action.Summary}.</summary>",
            $"    public const string {action.Name} = \"{action.Name}\";",
        ]);

        ExpectedFile.Compare(Name, file, [.. head, .. constants, "}", ""]);
    }
}
