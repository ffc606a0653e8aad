using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>A model an account may use in a zone (<see href="https://www.tencentcloud.com/document/api/1230/79094">InstanceTypeQuota</see>).</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">The model.</param>
/// <param name="Quota">How many instances of it the account may have there; 0 means no limit.</param>
public sealed record InstanceTypeOffer(ZoneCode Zone, InstanceType InstanceType, uint Quota);
