namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What goes wrong by the end of an instance's name.</summary>
/// <param name="Enabled">Whether it does there.</param>
/// <param name="Names">The ends.</param>
public sealed record NamedFaultList(bool Enabled, IReadOnlyList<NamedFault> Names);

/// <summary>What goes wrong by one end.</summary>
/// <param name="Name">How the name ends.</param>
/// <param name="Meaning">What happens then.</param>
public sealed record NamedFault(string Name, string Meaning);
