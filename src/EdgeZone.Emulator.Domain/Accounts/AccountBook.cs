using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>The accounts of a sandbox. One that is not in it yet is opened when it first calls.</summary>
internal sealed class AccountBook
{
    private readonly AccountTemplate _template;
    private readonly Dictionary<long, Account> _accounts = [];
    private readonly Dictionary<(ZoneCode Zone, string InstanceType), InstanceQuota> _quotas;

    /// <summary>Opens the accounts.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public AccountBook(AccountTemplate template, IReadOnlyList<long> appIds)
    {
        if (appIds.Count == 0)
        {
            throw new ArgumentException("A sandbox needs at least one account.", nameof(appIds));
        }

        _template = template;
        _quotas = template.InstanceQuotas.ToDictionary(quota => (quota.Zone, quota.InstanceType));
        foreach (var appId in appIds)
        {
            Get(appId);
        }

        First = Get(appIds[0]);
    }

    private AccountBook(AccountBook other)
    {
        _template = other._template;
        _quotas = new(other._quotas);
        foreach (var account in other.All)
        {
            _accounts.Add(account.AppId, account.Copy());
        }

        First = Get(other.First.AppId);
    }

    /// <summary>A book of its own with copies of the accounts.</summary>
    public AccountBook Copy() => new(this);

    /// <summary>All accounts, in the order in which they were opened.</summary>
    public IEnumerable<Account> All => _accounts.Values;

    /// <summary>What an account that is opened now may have, by zone, then model.</summary>
    public IEnumerable<InstanceQuota> Quotas => _quotas.Values
        .OrderBy(quota => quota.Zone.ToString(), StringComparer.Ordinal)
        .ThenBy(quota => quota.InstanceType, StringComparer.Ordinal);

    /// <summary>The account that owns the networks the sandbox starts with.</summary>
    public Account First { get; }

    /// <summary>The account with that number.</summary>
    public Account Get(long appId)
    {
        if (!_accounts.TryGetValue(appId, out var account))
        {
            _accounts[appId] = account = new Account(appId, _template, _quotas.Values);
        }

        return account;
    }

    /// <summary>Sets the quota of a model for every account, also those still to be opened.</summary>
    public void SetQuota(ZoneCode zone, string instanceType, uint quota)
    {
        _quotas[(zone, instanceType)] = new InstanceQuota(zone, instanceType, quota);
        foreach (var account in _accounts.Values)
        {
            account.Instances.SetQuota(zone, instanceType, quota);
        }
    }
}
