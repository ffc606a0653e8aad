using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The addresses an account applied for in a STATIC network: a server gets the lowest one that serves no other.</summary>
internal sealed class AppliedAddresses(IpFamily family) : PublicAddresses(family)
{
    private SortedRows<AppliedRow> _rows = new();
    private SortedRows<Membership> _unbound = new();

    /// <inheritdoc/>
    public override int Applied => _rows.Count;

    /// <inheritdoc/>
    public override long ShownCount => _rows.Count;

    /// <inheritdoc/>
    public override PublicNetworkSegment? Segment => null;

    /// <summary>The addresses, lowest first.</summary>
    public IEnumerable<(UInt128 Address, AppliedRow Row)> All => _rows.All;

    /// <summary>Adds an address.</summary>
    public void Add(UInt128 address, DateTimeOffset now) => Add(address, now, now);

    /// <summary>Adds an address that was applied for and last changed at those times.</summary>
    public void Add(UInt128 address, DateTimeOffset createdAt, DateTimeOffset updatedAt)
    {
        _rows.TryAdd(address, new AppliedRow(AppliedRow.Nobody, createdAt.UtcTicks, updatedAt.UtcTicks));
        _unbound.TryAdd(address, default);
    }

    /// <summary>Takes an address away, which has to be free.</summary>
    public void Remove(UInt128 address)
    {
        _rows.Remove(address);
        _unbound.Remove(address);
    }

    /// <summary>The number of the instance that an address serves, <see cref="AppliedRow.Nobody"/> when it is free.</summary>
    public long InstanceOf(UInt128 address) => _rows.TryFind(address, out var row) ? row.Instance : AppliedRow.Nobody;

    /// <inheritdoc/>
    public override bool Contains(UInt128 address) => _rows.Contains(address);

    /// <inheritdoc/>
    public override bool IsFree(UInt128 address) => _unbound.Contains(address);

    /// <inheritdoc/>
    public override bool TryBindLowest(long instance, DateTimeOffset now, out UInt128 address)
    {
        if (!_unbound.TryFindLowest(out address, out _))
        {
            return false;
        }

        Bind(address, instance, now);
        return true;
    }

    /// <inheritdoc/>
    public override void Bind(UInt128 address, long instance, DateTimeOffset now)
    {
        _unbound.Remove(address);
        Change(address, instance, now);
    }

    /// <inheritdoc/>
    public override void Restore(UInt128 address, long instance)
    {
        _unbound.Remove(address);
        ref var row = ref _rows.Change(address);
        row = row with { Instance = instance };
    }

    /// <inheritdoc/>
    public override void Unbind(UInt128 address, DateTimeOffset now)
    {
        Change(address, AppliedRow.Nobody, now);
        _unbound.TryAdd(address, default);
    }

    /// <inheritdoc/>
    public override PublicAddresses Copy() => new AppliedAddresses(Family) { _rows = _rows.Copy(), _unbound = _unbound.Copy() };

    private void Change(UInt128 address, long instance, DateTimeOffset now)
    {
        ref var row = ref _rows.Change(address);
        row = new AppliedRow(instance, row.Created, now.UtcTicks);
    }
}
