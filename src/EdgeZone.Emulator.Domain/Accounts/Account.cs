using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>One customer in a sandbox: which zones are open to it, what it may use there, where it is billed.</summary>
internal sealed class Account
{
    private readonly HashSet<ZoneCode> _openZones;
    private readonly HashSet<ZoneCode> _billedZones = [];
    private readonly Dictionary<ZoneCode, AddressQuota> _addressQuotas;

    /// <summary>Opens an account.</summary>
    public Account(long appId, AccountTemplate template, IEnumerable<InstanceQuota> instanceQuotas)
    {
        AppId = appId;
        _openZones = [.. template.OpenZones];
        _addressQuotas = template.AddressQuotas.ToDictionary(quota => quota.Zone);
        foreach (var quota in instanceQuotas)
        {
            Instances.SetQuota(quota.Zone, quota.InstanceType, quota.Quota);
        }
    }

    private Account(Account other)
    {
        AppId = other.AppId;
        Instances = other.Instances.Copy();
        _billedZones = [.. other._billedZones];

        // Which zones are open and how many addresses it may have never changes.
        (_openZones, _addressQuotas) = (other._openZones, other._addressQuotas);
    }

    /// <summary>An account of its own that stands as this one does.</summary>
    public Account Copy() => new(this);

    /// <summary>Its number.</summary>
    public long AppId { get; }

    /// <summary>What it may have and has of instances.</summary>
    public QuotaLedger Instances { get; } = new();

    /// <summary>Whether it may use the zone; a zone that is not open is unknown to it.</summary>
    public bool MayUse(ZoneCode zone) => _openZones.Contains(zone);

    /// <summary>Its public address quotas in the zone.</summary>
    public AddressQuota AddressQuotaOf(ZoneCode zone) => _addressQuotas.GetValueOrDefault(zone) ?? new AddressQuota(zone, null, null);

    /// <summary>Codes of the zones it is billed in, in ordinal order.</summary>
    public IEnumerable<ZoneCode> BilledZones => _billedZones.OrderBy(zone => zone.ToString(), StringComparer.Ordinal);

    /// <summary>Switches billing in the zone on; again is no error.</summary>
    /// <returns>Whether it was off.</returns>
    public bool BillIn(ZoneCode zone) => _billedZones.Add(zone);
}
