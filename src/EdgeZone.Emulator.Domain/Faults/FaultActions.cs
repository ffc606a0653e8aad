namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>The actions that work on a batch of machines.</summary>
public static class FaultActions
{
    /// <summary>Asks for machines.</summary>
    public const string Order = "CreateInstances";

    /// <summary>Gives machines back.</summary>
    public const string GiveBack = "TerminateInstances";

    /// <summary>Both, for a sentence.</summary>
    internal const string WithMachines = $"{Order} and {GiveBack}";

    /// <summary>The longest name of a rule.</summary>
    public const int LongestName = 64;

    /// <summary>Whether calls of actions with such a name can ask for machines.</summary>
    internal static bool MayOrder(string? pattern) => new TextPattern(pattern).Matches(Order);

    /// <summary>Whether calls of actions with such a name can give machines back.</summary>
    internal static bool MayGiveBack(string? pattern) => new TextPattern(pattern).Matches(GiveBack);

    /// <summary>Whether calls of actions with such a name can have a batch.</summary>
    internal static bool MayHaveMachines(string? pattern) => MayOrder(pattern) || MayGiveBack(pattern);
}
