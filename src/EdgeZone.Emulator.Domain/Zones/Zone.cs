using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>An edge zone (<see href="https://www.tencentcloud.com/document/api/1230/79076">DescribeZones</see>).</summary>
/// <param name="Code">What calls name it by, for instance <c>ap-guangzhou-1</c>.</param>
/// <param name="Id">Its number.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Region">Region it belongs to.</param>
/// <param name="Location">Code of its part of the world.</param>
/// <param name="LocationName">Chinese name of its part of the world.</param>
public sealed record Zone(ZoneCode Code, long Id, string Name, string NameEn, string Region, string Location, string LocationName);
