using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>What came of giving instances back (<see href="https://www.tencentcloud.com/document/api/1230/79074">TerminateInstances</see>).</summary>
/// <param name="Accepted">The ids accepted, in the order asked for, each once; at least one.</param>
/// <param name="Failed">The others.</param>
public sealed record TerminationOutcome(IReadOnlyList<InstanceId> Accepted, IReadOnlyList<FailedTermination> Failed);
