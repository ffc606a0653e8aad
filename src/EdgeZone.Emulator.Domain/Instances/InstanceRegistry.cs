using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>The instances there are: by id, and per account in order of creation.</summary>
/// <remarks>
/// Adding, replacing, removing, finding by id and cutting a page out of an unfiltered list cost the same whether there are a thousand
/// or a million, but for a step for each doubling: see <see cref="CreationOrder"/>.
/// </remarks>
internal sealed class InstanceRegistry
{
    private readonly Dictionary<InstanceId, long> _sequences = [];
    private readonly Dictionary<long, Instance> _instances = [];
    private readonly Dictionary<long, CreationOrder> _ofAccount = [];
    private long _nextSequence;

    /// <summary>All instances, in order of creation.</summary>
    public IEnumerable<Instance> All => _instances.Values.OrderBy(instance => instance.Sequence);

    /// <summary>How many are allocating.</summary>
    public int Allocating { get; private set; }

    /// <summary>How many there have been.</summary>
    public long Created
    {
        get => _nextSequence;
        set => _nextSequence = value;
    }

    /// <summary>The next place in the order of creation.</summary>
    public long NextSequence() => _nextSequence++;

    /// <summary>The instance, whoever owns it.</summary>
    public Instance? Find(InstanceId id) => _sequences.TryGetValue(id, out var sequence) ? _instances[sequence] : null;

    /// <summary>The account's instance with that id.</summary>
    public Instance? FindOwned(long appId, InstanceId id) => Find(id) is { } instance && instance.AppId == appId ? instance : null;

    /// <summary>Adds an instance.</summary>
    public void Add(Instance instance)
    {
        _sequences.Add(instance.InstanceId, instance.Sequence);
        _instances.Add(instance.Sequence, instance);
        if (!_ofAccount.TryGetValue(instance.AppId, out var order))
        {
            _ofAccount[instance.AppId] = order = new CreationOrder();
        }

        order.Add(instance.Sequence);
        CountAllocating(instance, +1);
    }

    /// <summary>Puts a newer state of an instance in the place of the older one.</summary>
    public void Replace(Instance instance)
    {
        CountAllocating(_instances[instance.Sequence], -1);
        CountAllocating(instance, +1);
        _instances[instance.Sequence] = instance;
    }

    /// <summary>Removes an instance.</summary>
    public void Remove(Instance instance)
    {
        _sequences.Remove(instance.InstanceId);
        _instances.Remove(instance.Sequence);
        _ofAccount[instance.AppId].Remove(instance.Sequence);
        CountAllocating(instance, -1);
    }

    /// <summary>The account's instances that match, newest first.</summary>
    public Page<Instance> Query(long appId, InstanceFilter filter, PageWindow window)
    {
        if (filter.InstanceIds is { } ids)
        {
            return Page<Instance>.Of(ByIds(appId, ids, filter), window);
        }

        return filter.AsksOnlyForIds ? Unfiltered(appId, window) : Page<Instance>.Of([.. NewestFirst(appId).Where(filter.Matches)], window);
    }

    private void CountAllocating(Instance instance, int by) => Allocating += InstanceLifecycle.IsAllocating(instance.Status) ? by : 0;

    private IEnumerable<Instance> NewestFirst(long appId) =>
        _ofAccount.TryGetValue(appId, out var order) ? order.NewestFirst(0).Select(sequence => _instances[sequence]) : [];

    private List<Instance> ByIds(long appId, IReadOnlyList<InstanceId> ids, InstanceFilter filter) =>
    [
        .. ids.Distinct()
            .Select(id => FindOwned(appId, id))
            .OfType<Instance>()
            .Where(filter.Matches)
            .OrderByDescending(instance => instance.Sequence),
    ];

    private Page<Instance> Unfiltered(long appId, PageWindow window)
    {
        if (!_ofAccount.TryGetValue(appId, out var order))
        {
            return new Page<Instance>([], 0);
        }

        var items = new Instance[window.CountWithin(order.Count)];
        var filled = 0;
        foreach (var sequence in order.NewestFirst((int)Math.Min(window.Offset, order.Count)).Take(items.Length))
        {
            items[filled++] = _instances[sequence];
        }

        return new Page<Instance>(items, order.Count);
    }
}
