using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Which public addresses are wanted and in which order; null asks nothing, several conditions must all hold, of a list one
/// suffices; an empty value in a list matches nothing.</summary>
/// <param name="NetworkIds">Parts of the network's id.</param>
/// <param name="Zone">Code of the zone, or its number as text.</param>
/// <param name="Ips">Parts of the address.</param>
/// <param name="States">In use or not.</param>
/// <param name="Families">IPv4 or IPv6.</param>
/// <param name="CreateOrder">By creation; newest first unless told otherwise.</param>
/// <param name="UpdateOrder">By last change; goes before <paramref name="CreateOrder"/> when given.</param>
public sealed record PublicIpFilter(
    IReadOnlyList<string>? NetworkIds = null,
    string? Zone = null,
    IReadOnlyList<string>? Ips = null,
    IReadOnlyList<PublicIpState>? States = null,
    IReadOnlyList<IpFamily>? Families = null,
    SortOrder CreateOrder = SortOrder.Descending,
    SortOrder? UpdateOrder = null)
{
    /// <summary>Whether all conditions but the one on the zone hold.</summary>
    internal bool Matches(PublicIpDescription row) =>
        (NetworkIds is null || NetworkIds.Any(part => HasPart(row.NetworkId.ToString(), part)))
        && (Ips is null || Ips.Any(part => HasPart(row.Ip, part)))
        && (States is null || States.Contains(row.State))
        && (Families is null || Families.Contains(row.Family));

    /// <summary>The rows in the order asked for; equal ones stay as they come.</summary>
    internal IEnumerable<PublicIpDescription> Sort(IEnumerable<PublicIpDescription> rows)
    {
        var byCreation = CreateOrder == SortOrder.Ascending ? rows.OrderBy(row => row.CreatedAt) : rows.OrderByDescending(row => row.CreatedAt);
        return UpdateOrder switch
        {
            SortOrder.Ascending => byCreation.OrderBy(row => row.UpdatedAt),
            SortOrder.Descending => byCreation.OrderByDescending(row => row.UpdatedAt),
            _ => byCreation,
        };
    }

    private static bool HasPart(string text, string part) => part.Length > 0 && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
