using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.UseCases.Zones;

/// <summary>The account's traffic in a zone, a point per full minute from start to end that is not in the future; what happens later changes none
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribeZoneData</see>).</summary>
/// <remarks>InvalidParameter.ParamError: unknown zone.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Start">The first instant.</param>
/// <param name="End">The last instant, not before the first and at most <see cref="LongestSpan"/> after it.</param>
public sealed record DescribeZoneData(long AppId, ZoneCode Zone, ZoneMetric Metric, DateTimeOffset Start, DateTimeOffset End)
    : UseCase<IReadOnlyList<ZoneSample>>
{
    /// <summary>The longest span that can be asked for.</summary>
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(2);

    internal override bool IsDescribe => true;

    internal override IReadOnlyList<ZoneSample> Run(World world, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(End, Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(End - Start, LongestSpan, nameof(End));
        var account = world.Accounts.Get(AppId);
        if (world.Zones.Find(Zone) is null || !account.MayUse(Zone))
        {
            throw Refusal.Zone.UnknownToZoneData(Zone);
        }

        return world.Traffic.Between(AppId, Zone, Metric, Start, End, now);
    }
}
