using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>An instance that was not given back (<see href="https://www.tencentcloud.com/document/api/1230/79094">FailedInstance</see>).</summary>
/// <param name="InstanceId">The id that was asked for.</param>
/// <param name="ErrorCode">Error code of the API.</param>
/// <param name="ErrorMessage">One sentence.</param>
public sealed record FailedTermination(InstanceId InstanceId, string ErrorCode, string ErrorMessage);
