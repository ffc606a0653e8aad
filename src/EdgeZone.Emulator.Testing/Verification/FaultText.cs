using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Verification;

/// <summary>What a fault rule waits for, in words.</summary>
internal static class FaultText
{
    public static string Of(FaultReport fault)
    {
        var (match, when) = (fault.Match, fault.When);
        (string Name, object? Value)[] conditions =
        [
            ("action", match.Action),
            ("account", match.Account),
            ("region", match.Region),
            ("zone", match.Zone),
            ("instanceType", match.InstanceType),
            ("instanceName", match.InstanceName),
            ("call", match.Call),
            ("index", match.Index),
            ("skip", when.Skip),
            ("times", when.Times),
            ("every", when.Every),
            ("chance", when.Chance),
            ("from", when.From),
            ("until", when.Until),
        ];
        var said = conditions.Where(condition => condition.Value is not null).Select(condition => $"{condition.Name} {condition.Value}");
        return string.Join(", ", said.DefaultIfEmpty("any call"));
    }
}
