using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The addresses an account applied for in a STATIC network: a server gets the lowest one that serves no other.</summary>
internal sealed class AppliedAddresses(IpFamily family) : PublicAddresses(family)
{
    private readonly SortedDictionary<UInt128, Entry> _entries = [];
    private readonly SortedSet<UInt128> _unbound = [];

    /// <inheritdoc/>
    public override int Applied => _entries.Count;

    /// <inheritdoc/>
    public override long ShownCount => _entries.Count;

    /// <inheritdoc/>
    public override PublicNetworkSegment? Segment => null;

    /// <summary>The addresses and when each was applied for and last changed, lowest first.</summary>
    public IEnumerable<(UInt128 Address, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)> Entries =>
        _entries.Select(pair => (pair.Key, pair.Value.CreatedAt, pair.Value.UpdatedAt));

    /// <summary>Adds an address.</summary>
    public void Add(UInt128 address, DateTimeOffset now) => Add(address, now, now);

    /// <summary>Adds an address that was applied for and last changed at those times.</summary>
    public void Add(UInt128 address, DateTimeOffset createdAt, DateTimeOffset updatedAt)
    {
        _entries.Add(address, new Entry(InstanceId.None, createdAt, updatedAt));
        _unbound.Add(address);
    }

    /// <summary>Takes an address away, which has to be free.</summary>
    public void Remove(UInt128 address)
    {
        _entries.Remove(address);
        _unbound.Remove(address);
    }

    /// <summary>The instance an address serves, none when it is free.</summary>
    public InstanceId InstanceOf(UInt128 address) => _entries[address].InstanceId;

    /// <summary>The addresses as rows, lowest first.</summary>
    public IEnumerable<PublicIpDescription> Rows(NetworkId networkId) => _entries.Select(pair => new PublicIpDescription(
        IpNotation.Format(pair.Key, Family),
        networkId,
        pair.Value.InstanceId,
        pair.Value.InstanceId != InstanceId.None ? PublicIpState.InUse : PublicIpState.Unbound,
        Family,
        pair.Value.CreatedAt,
        pair.Value.UpdatedAt));

    /// <inheritdoc/>
    public override bool Contains(UInt128 address) => _entries.ContainsKey(address);

    /// <inheritdoc/>
    public override bool IsFree(UInt128 address) => _unbound.Contains(address);

    /// <inheritdoc/>
    public override bool TryBindLowest(InstanceId instanceId, DateTimeOffset now, out UInt128 address)
    {
        address = _unbound.Min;
        if (_unbound.Count == 0)
        {
            return false;
        }

        Bind(address, instanceId, now);
        return true;
    }

    /// <inheritdoc/>
    public override void Bind(UInt128 address, InstanceId instanceId, DateTimeOffset now)
    {
        _unbound.Remove(address);
        _entries[address] = _entries[address] with { InstanceId = instanceId, UpdatedAt = now };
    }

    /// <inheritdoc/>
    public override void Restore(UInt128 address, InstanceId instanceId) => Bind(address, instanceId, _entries[address].UpdatedAt);

    /// <inheritdoc/>
    public override void Unbind(UInt128 address, DateTimeOffset now)
    {
        _entries[address] = _entries[address] with { InstanceId = InstanceId.None, UpdatedAt = now };
        _unbound.Add(address);
    }

    private sealed record Entry(InstanceId InstanceId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
}
