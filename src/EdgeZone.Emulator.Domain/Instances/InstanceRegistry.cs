using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>
/// The instances there are, as rows under their numbers, and per account in order of creation. An id tells its number, so nothing is looked up by id.
/// </summary>
/// <remarks>
/// Adding, changing, removing, finding by id and cutting a page out of an unfiltered list cost the same whether there are a thousand
/// or a million, but for a step for each doubling: see <see cref="CreationOrder"/>. What is shown is made from the row when it is asked for; who
/// asks again before it has changed gets the same object.
/// </remarks>
/// <param name="ids">Ids of instances.</param>
/// <param name="machineIds">Ids of machines.</param>
internal sealed class InstanceRegistry(IdSequence ids, IdSequence machineIds)
{
    private readonly RecentOrders _recent = new();
    private readonly ShownInstances _shown = new();
    private RowTable<InstanceRow> _rows = new();
    private Dictionary<long, CreationOrder> _ofAccount = [];

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <summary>How many are allocating.</summary>
    public int Allocating { get; private set; }

    /// <summary>All instances, in order of creation.</summary>
    public IEnumerable<Instance> All => _rows.Places.Where(place => place.Row.Terms is not null).Select(place => Show(place.Number, place.Row));

    /// <summary>The id of the instance of that number.</summary>
    public InstanceId IdOf(long number) => new(ids.IdOf(number));

    /// <summary>The number of the instance of that id, whether there is one or not; -1 when no instance can have it.</summary>
    public long NumberOf(InstanceId id) => ids.NumberOf(id.ToString());

    /// <summary>The row of that number; one without terms when there is no such instance.</summary>
    public InstanceRow Row(long number) => _rows.Find(number);

    /// <summary>The row of an instance, for changing everything but its status.</summary>
    public ref InstanceRow Change(long number) => ref _rows.Change(number);

    /// <summary>The instance, whoever owns it.</summary>
    public Instance? Find(InstanceId id) => NumberOf(id) is var number && _rows.Find(number) is { Terms: not null } row ? Show(number, row) : null;

    /// <summary>The number of the account's instance with that id; -1 when it has none.</summary>
    public long FindOwned(long appId, InstanceId id) => NumberOf(id) is var number && _rows.Find(number).Terms?.AppId == appId ? number : -1;

    /// <summary>Adds an instance, which gets the next number.</summary>
    public long Add(OrderTerms terms, string? name, long machine, DateTimeOffset at)
    {
        var number = ids.Take();
        var shared = _recent.Share(terms, name);
        Put(number, new InstanceRow
        {
            Terms = shared.Terms,
            Name = shared.Name,
            Machine = machine,
            Created = at.UtcTicks,
            Status = InstanceLifecycle.Next(null, InstanceTrigger.Reserved)!.Value,
        });
        return number;
    }

    /// <summary>Adds an instance as it was written down, in the order of numbers.</summary>
    public void Add(Instance instance, long machine)
    {
        var terms = new OrderTerms(
            instance.AppId,
            instance.Zone,
            instance.Model,
            instance.ImageId,
            instance.VersionNumber,
            instance.PrivateNetworkId,
            instance.PublicNetworkId,
            instance.EnableIpv6);
        var shared = _recent.Share(terms, instance.Name == instance.InstanceId.ToString() ? null : instance.Name);
        var row = new InstanceRow
        {
            Terms = shared.Terms,
            Name = shared.Name,
            Machine = machine,
            Created = instance.CreatedTime.UtcTicks,
            Status = instance.Status,
            OperateStatus = instance.OperateStatus,
        };
        row.SetPrivateAddress(IpFamily.Ipv4, instance.PrivateIp.Number);
        row.SetPublicAddress(IpFamily.Ipv4, instance.PublicIp.Number);
        row.SetPrivateAddress(IpFamily.Ipv6, instance.PrivateIpv6.Number);
        row.SetPublicAddress(IpFamily.Ipv6, instance.PublicIpv6.Number);
        Put(instance.Sequence, row);
    }

    /// <summary>Brings an instance into the status that follows.</summary>
    /// <returns>That status.</returns>
    /// <exception cref="InvalidOperationException">The table of its life has no such step, or it ends the instance.</exception>
    public InstanceStatus Step(long number, InstanceTrigger trigger)
    {
        ref var row = ref _rows.Change(number);
        CountAllocating(row.Status, -1);
        row.Status = InstanceLifecycle.Next(row.Status, trigger) ?? throw new InvalidOperationException($"{trigger} ends instance {IdOf(number)}.");
        CountAllocating(row.Status, +1);
        return row.Status;
    }

    /// <summary>Removes an instance.</summary>
    public void Remove(long number)
    {
        var row = _rows.Find(number);
        CountAllocating(row.Status, -1);
        _ofAccount[row.Terms!.AppId].Remove(number);
        _rows.Remove(number);
    }

    /// <summary>The account's instances that match, newest first.</summary>
    public Page<Instance> Query(long appId, InstanceFilter filter, PageWindow window)
    {
        var condition = new RowCondition(filter, ids);
        if (filter.InstanceIds is { } wanted)
        {
            return Cut(ByIds(appId, wanted).Where(number => condition.Holds(number, _rows.Find(number))), window);
        }

        return filter.AsksOnlyForIds
            ? Unfiltered(appId, window)
            : Cut(NewestFirst(appId).Where(number => condition.Holds(number, _rows.Find(number))), window);
    }

    /// <summary>What is shown of the instance of that number.</summary>
    public Instance Show(long number, in InstanceRow row)
    {
        var (terms, id) = (row.Terms!, ids.IdOf(number));
        return new Instance
        {
            InstanceId = new InstanceId(id),
            AppId = terms.AppId,
            Sequence = number,
            Name = row.Name ?? id,
            MachineId = machineIds.IdOf(row.Machine),
            Model = terms.Model,
            Zone = terms.Zone,
            ImageId = terms.ImageId,
            VersionNumber = terms.VersionNumber,
            Status = row.Status,
            OperateStatus = row.OperateStatus,
            PrivateNetworkId = row.IsAttached ? terms.PrivateNetworkId : NetworkId.None,
            PublicNetworkId = row.IsAttached ? terms.PublicNetworkId : NetworkId.None,
            EnableIpv6 = terms.EnableIpv6,
            PrivateIp = Address(IpFamily.Ipv4, row.PrivateIp),
            PrivateIpv6 = Address(IpFamily.Ipv6, row.PrivateAddress(IpFamily.Ipv6)),
            PublicIp = Address(IpFamily.Ipv4, row.PublicIp),
            PublicIpv6 = Address(IpFamily.Ipv6, row.PublicAddress(IpFamily.Ipv6)),
            CreatedTime = row.CreatedTime,
        };
    }

    /// <summary>A registry of its own with the same instances.</summary>
    public InstanceRegistry Copy(IdSequence ownIds, IdSequence ownMachineIds) => new(ownIds, ownMachineIds)
    {
        _rows = _rows.Copy(),
        _ofAccount = _ofAccount.ToDictionary(pair => pair.Key, pair => pair.Value.Copy()),
        Allocating = Allocating,
    };

    private static IpAddress Address(IpFamily family, UInt128 number) => number == 0 ? IpAddress.None : new IpAddress(family, number);

    private void Put(long number, in InstanceRow row)
    {
        _rows.Add(number, row);
        if (!_ofAccount.TryGetValue(row.Terms!.AppId, out var order))
        {
            _ofAccount[row.Terms.AppId] = order = new CreationOrder();
        }

        order.Add(number);
        CountAllocating(row.Status, +1);
    }

    private void CountAllocating(InstanceStatus status, int by) => Allocating += InstanceLifecycle.IsAllocating(status) ? by : 0;

    private IEnumerable<long> NewestFirst(long appId) => _ofAccount.TryGetValue(appId, out var order) ? order.NewestFirst(0) : [];

    private IEnumerable<long> ByIds(long appId, IReadOnlyList<InstanceId> wanted) =>
        wanted.Select(id => FindOwned(appId, id)).Where(number => number >= 0).Distinct().OrderDescending();

    private Page<Instance> Cut(IEnumerable<long> numbers, PageWindow window)
    {
        var page = Page<long>.Of([.. numbers], window);
        return new Page<Instance>([.. page.Items.Select(ShowAgain)], page.TotalCount);
    }

    private Page<Instance> Unfiltered(long appId, PageWindow window)
    {
        if (!_ofAccount.TryGetValue(appId, out var order))
        {
            return new Page<Instance>([], 0);
        }

        var items = new Instance[window.CountWithin(order.Count)];
        var filled = 0;
        foreach (var number in order.NewestFirst((int)Math.Min(window.Offset, order.Count)).Take(items.Length))
        {
            items[filled++] = ShowAgain(number);
        }

        return new Page<Instance>(items, order.Count);
    }

    private Instance ShowAgain(long number)
    {
        var row = _rows.Find(number);
        if (_shown.Find(number, row) is not { } shown)
        {
            _shown.Keep(number, row, shown = Show(number, row));
        }

        return shown;
    }
}
