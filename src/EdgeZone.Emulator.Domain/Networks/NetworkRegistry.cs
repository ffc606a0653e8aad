using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Networks of one kind: by id, and at most one of each account in a zone.</summary>
internal sealed class NetworkRegistry<T>
    where T : NetworkInstance
{
    private readonly Dictionary<NetworkId, T> _byId = [];
    private readonly Dictionary<long, Dictionary<ZoneCode, T>> _byAccount = [];
    private long _nextSequence;

    /// <summary>All networks, in order of creation.</summary>
    public IEnumerable<T> All => _byId.Values.OrderBy(network => network.Sequence);

    /// <summary>How many there have been.</summary>
    public long Created
    {
        get => _nextSequence;
        set => _nextSequence = value;
    }

    /// <summary>A registry of its own with copies of the networks.</summary>
    public NetworkRegistry<T> Copy(Func<T, T> copy)
    {
        var registry = new NetworkRegistry<T> { Created = Created };
        foreach (var network in All)
        {
            registry.Add(copy(network));
        }

        return registry;
    }

    /// <summary>The next place in the order of creation.</summary>
    public long NextSequence() => _nextSequence++;

    /// <summary>The network, whoever owns it.</summary>
    public T? Find(NetworkId id) => _byId.GetValueOrDefault(id);

    /// <summary>The account's network with that id.</summary>
    public T? FindOwned(long appId, NetworkId id) => Find(id) is { } network && network.AppId == appId ? network : null;

    /// <summary>The account's network in the zone.</summary>
    public T? FindInZone(long appId, ZoneCode zone) => _byAccount.GetValueOrDefault(appId)?.GetValueOrDefault(zone);

    /// <summary>Adds one.</summary>
    public void Add(T network)
    {
        _byId.Add(network.Id, network);
        if (!_byAccount.TryGetValue(network.AppId, out var byZone))
        {
            _byAccount[network.AppId] = byZone = [];
        }

        byZone.Add(network.Zone, network);
    }

    /// <summary>Removes one.</summary>
    public void Remove(T network)
    {
        _byId.Remove(network.Id);
        _byAccount[network.AppId].Remove(network.Zone);
    }

    /// <summary>The account's networks that match, newest first.</summary>
    /// <param name="appId">The account.</param>
    /// <param name="filter">Which of them; its zone is not looked at.</param>
    /// <param name="zone">Code of the zone that the filter means.</param>
    public IEnumerable<T> Matching(long appId, NetworkFilter filter, ZoneCode? zone)
    {
        var ofAccount = _byAccount.GetValueOrDefault(appId)?.Values.AsEnumerable() ?? [];
        return ofAccount
            .Where(network => filter.Id is null || network.Id == filter.Id)
            .Where(network => filter.Name is null || network.Name.Contains(filter.Name, StringComparison.OrdinalIgnoreCase))
            .Where(network => zone is null || network.Zone == zone)
            .OrderByDescending(network => network.Sequence);
    }
}
