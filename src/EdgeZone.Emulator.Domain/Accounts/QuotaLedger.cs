using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>How many instances of each model an account may have and has. Instances being wiped are not counted any more.</summary>
internal sealed class QuotaLedger
{
    private readonly Dictionary<(ZoneCode Zone, string InstanceType), InstanceAllowance> _allowances = [];

    /// <summary>A ledger of its own with the same allowances.</summary>
    public QuotaLedger Copy()
    {
        var copy = new QuotaLedger();
        foreach (var (place, allowance) in _allowances)
        {
            copy._allowances.Add(place, new InstanceAllowance { Quota = allowance.Quota, Used = allowance.Used });
        }

        return copy;
    }

    /// <summary>The models offered and their quotas, by zone, then model.</summary>
    public IEnumerable<InstanceQuota> Quotas => _allowances
        .Where(pair => pair.Value.Quota is not null)
        .Select(pair => new InstanceQuota(pair.Key.Zone, pair.Key.InstanceType, pair.Value.Quota!.Value))
        .OrderBy(quota => quota.Zone.ToString(), StringComparer.Ordinal)
        .ThenBy(quota => quota.InstanceType, StringComparer.Ordinal);

    /// <summary>What the account may have and has of a model that it is offered; null when it is not.</summary>
    public InstanceAllowance? Offered(ZoneCode zone, string instanceType) =>
        _allowances.GetValueOrDefault((zone, instanceType)) is { Quota: not null } allowance ? allowance : null;

    /// <summary>The quota, or null when the model is not offered.</summary>
    public uint? QuotaOf(ZoneCode zone, string instanceType) => _allowances.GetValueOrDefault((zone, instanceType))?.Quota;

    /// <summary>Sets a quota, also below what is used already: a ceiling refuses further instances, it takes nothing away.</summary>
    public void SetQuota(ZoneCode zone, string instanceType, uint quota) => AllowanceOf(zone, instanceType).Quota = quota;

    /// <summary>Counts one instance more.</summary>
    public void Take(ZoneCode zone, string instanceType) => AllowanceOf(zone, instanceType).Used++;

    /// <summary>Counts one instance less.</summary>
    public void GiveBack(ZoneCode zone, string instanceType) => AllowanceOf(zone, instanceType).Used--;

    private InstanceAllowance AllowanceOf(ZoneCode zone, string instanceType)
    {
        if (!_allowances.TryGetValue((zone, instanceType), out var allowance))
        {
            _allowances[(zone, instanceType)] = allowance = new InstanceAllowance();
        }

        return allowance;
    }
}
