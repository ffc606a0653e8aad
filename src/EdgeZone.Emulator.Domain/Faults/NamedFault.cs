namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What goes wrong with an order by the end of its instances' name.</summary>
/// <param name="Name">How the name ends.</param>
/// <param name="Meaning">What happens.</param>
/// <param name="Outcome">The same as an outcome.</param>
/// <param name="Times">For how many calls with the same name; null for all.</param>
public sealed record NamedFault(string Name, string Meaning, FaultOutcome Outcome, int? Times)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<NamedFault> All => NamedFaults.All;
}

/// <summary>How often a name was met.</summary>
/// <param name="Name">The whole name.</param>
/// <param name="Calls">How often.</param>
public sealed record NamedCount(string Name, int Calls);
