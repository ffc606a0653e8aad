namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Networks of one kind: by id, and at most one of each account in a zone.</summary>
internal sealed class NetworkRegistry<T>
    where T : NetworkInstance
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Dictionary<string, T>> _byAccount = [];
    private long _nextSequence;

    /// <summary>All networks, in order of creation.</summary>
    public IEnumerable<T> All => _byId.Values.OrderBy(network => network.Sequence);

    /// <summary>How many there have been.</summary>
    public long Created
    {
        get => _nextSequence;
        set => _nextSequence = value;
    }

    /// <summary>The next place in the order of creation.</summary>
    public long NextSequence() => _nextSequence++;

    /// <summary>The network, whoever owns it.</summary>
    public T? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The account's network with that id.</summary>
    public T? FindOwned(long appId, string id) => Find(id) is { } network && network.AppId == appId ? network : null;

    /// <summary>The account's network in the zone.</summary>
    public T? FindInZone(long appId, string zone) => _byAccount.GetValueOrDefault(appId)?.GetValueOrDefault(zone);

    /// <summary>Adds one.</summary>
    public void Add(T network)
    {
        _byId.Add(network.Id, network);
        if (!_byAccount.TryGetValue(network.AppId, out var byZone))
        {
            _byAccount[network.AppId] = byZone = new Dictionary<string, T>(StringComparer.Ordinal);
        }

        byZone.Add(network.Zone, network);
    }

    /// <summary>Removes one.</summary>
    public void Remove(T network)
    {
        _byId.Remove(network.Id);
        _byAccount[network.AppId].Remove(network.Zone);
    }

    /// <summary>The account's networks that match, newest first. The zone is compared as a code.</summary>
    public IEnumerable<T> Matching(long appId, NetworkFilter filter)
    {
        var ofAccount = _byAccount.GetValueOrDefault(appId)?.Values.AsEnumerable() ?? [];
        return ofAccount
            .Where(network => filter.Id is null || network.Id == filter.Id)
            .Where(network => filter.Name is null || network.Name.Contains(filter.Name, StringComparison.OrdinalIgnoreCase))
            .Where(network => filter.Zone is null || network.Zone == filter.Zone)
            .OrderByDescending(network => network.Sequence);
    }
}
