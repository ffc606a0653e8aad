using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>What shall go wrong, written down.</summary>
/// <param name="Made">How many names of rules were made.</param>
/// <param name="Rules">The rules, in their order, and what has become of them.</param>
/// <param name="Work">What goes wrong with the work on instances.</param>
/// <param name="Rivals">What somebody else has taken.</param>
/// <param name="Names">How often names were met whose fault ends.</param>
public sealed record FaultPlanState(
    long Made, IReadOnlyList<FaultReading> Rules, IReadOnlyList<WorkFaultState> Work, IReadOnlyList<RivalState> Rivals, IReadOnlyList<NamedCount> Names);

/// <summary>Somebody else, written down.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="InstanceType">The model of the machines; empty when there are none.</param>
/// <param name="NeverBound">How many of the machines never belonged to an instance.</param>
/// <param name="Returned">The ids of the other machines.</param>
/// <param name="Addresses">The addresses.</param>
/// <param name="Due">When it is all given back, UTC; null for never.</param>
/// <param name="Rule">The id of the rule that said so.</param>
public sealed record RivalState(
    ZoneCode Zone, string InstanceType, int NeverBound, IReadOnlyList<string> Returned, IReadOnlyList<string> Addresses, DateTimeOffset? Due, string Rule);

/// <summary>What goes wrong with the work on an instance, written down.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Fault">What goes wrong.</param>
public sealed record WorkFaultState(InstanceId InstanceId, WorkFault Fault);
