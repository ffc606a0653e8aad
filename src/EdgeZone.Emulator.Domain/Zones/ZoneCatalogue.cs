using System.Globalization;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>All zones there are, whoever may use them.</summary>
internal sealed class ZoneCatalogue
{
    private readonly Dictionary<ZoneCode, Zone> _byCode = [];
    private readonly Dictionary<string, Zone> _byIdText = new(StringComparer.Ordinal);

    /// <summary>Lists the zones by number.</summary>
    public ZoneCatalogue(IEnumerable<Zone> zones)
    {
        All = [.. zones.OrderBy(zone => zone.Id)];
        foreach (var zone in All)
        {
            _byCode.Add(zone.Code, zone);
            _byIdText.Add(zone.Id.ToString(CultureInfo.InvariantCulture), zone);
        }
    }

    /// <summary>Every zone, lowest number first.</summary>
    public IReadOnlyList<Zone> All { get; }

    /// <summary>The zone with that code, as the instance actions ask for it.</summary>
    public Zone? Find(ZoneCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The zone with that code or that number in decimal digits: the network actions call the parameter ZoneId, yet show a code.</summary>
    public Zone? FindByCodeOrId(string text) => Find(ZoneCode.Of(text)) ?? _byIdText.GetValueOrDefault(text);
}
