using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>How many instances of each model an account may have and has. Instances being wiped are not counted any more.</summary>
internal sealed class QuotaLedger
{
    private readonly Dictionary<(ZoneCode Zone, string InstanceType), Entry> _entries = [];

    /// <summary>A ledger of its own with the same entries.</summary>
    public QuotaLedger Copy()
    {
        var copy = new QuotaLedger();
        foreach (var (place, entry) in _entries)
        {
            copy._entries.Add(place, new Entry { Quota = entry.Quota, Used = entry.Used });
        }

        return copy;
    }

    /// <summary>The models offered and their quotas, by zone, then model.</summary>
    public IEnumerable<InstanceQuota> Quotas => _entries
        .Where(pair => pair.Value.Quota is not null)
        .Select(pair => new InstanceQuota(pair.Key.Zone, pair.Key.InstanceType, pair.Value.Quota!.Value))
        .OrderBy(quota => quota.Zone.ToString(), StringComparer.Ordinal)
        .ThenBy(quota => quota.InstanceType, StringComparer.Ordinal);

    /// <summary>The quota, or null when the model is not offered.</summary>
    public uint? QuotaOf(ZoneCode zone, string instanceType) => _entries.GetValueOrDefault((zone, instanceType))?.Quota;

    /// <summary>How many instances count against the quota.</summary>
    public int UsedOf(ZoneCode zone, string instanceType) => _entries.GetValueOrDefault((zone, instanceType))?.Used ?? 0;

    /// <summary>Sets a quota, also below what is used already: a ceiling refuses further instances, it takes nothing away.</summary>
    public void SetQuota(ZoneCode zone, string instanceType, uint quota) => EntryOf(zone, instanceType).Quota = quota;

    /// <summary>Checks that so many more instances are within the quota.</summary>
    /// <exception cref="EdgeZoneException">LimitExceeded.InstanceQuota: they are not; the request is refused as a whole.</exception>
    public void Admit(ZoneCode zone, string instanceType, int count)
    {
        var (quota, used) = (QuotaOf(zone, instanceType) ?? 0, UsedOf(zone, instanceType));
        if (quota > 0 && (long)used + count > quota)
        {
            throw Refusal.Instance.QuotaExceeded(quota, used, count);
        }
    }

    /// <summary>Counts one instance more.</summary>
    public void Take(ZoneCode zone, string instanceType) => EntryOf(zone, instanceType).Used++;

    /// <summary>Counts one instance less.</summary>
    public void GiveBack(ZoneCode zone, string instanceType) => EntryOf(zone, instanceType).Used--;

    private Entry EntryOf(ZoneCode zone, string instanceType)
    {
        if (!_entries.TryGetValue((zone, instanceType), out var entry))
        {
            _entries[(zone, instanceType)] = entry = new Entry();
        }

        return entry;
    }

    private sealed class Entry
    {
        public uint? Quota { get; set; }

        public int Used { get; set; }
    }
}
