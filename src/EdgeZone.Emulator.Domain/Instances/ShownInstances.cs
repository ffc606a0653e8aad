namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>
/// The instances that were listed last. One whose row is still the same is shown again as the same object: whoever waits for an instance lists
/// it many times, and what was made of it above, its JSON for instance, can be used again too.
/// </summary>
/// <remarks>Of instances whose numbers end in the same bits the latest is kept, so a page never drives out a part of itself.</remarks>
internal sealed class ShownInstances
{
    /// <summary>A power of two, and more than the longest page.</summary>
    private const int Size = 128;

    private (InstanceRow Row, Instance? Shown)[] _slots = [];

    /// <summary>The instance of that number, if it was listed when its row was this one.</summary>
    public Instance? Find(long number, in InstanceRow row)
    {
        if (_slots.Length == 0)
        {
            return null;
        }

        ref var slot = ref _slots[number & (Size - 1)];
        return slot.Shown is { } shown && shown.Sequence == number && slot.Row.IsSameAs(row) ? shown : null;
    }

    /// <summary>Keeps what is shown of a row.</summary>
    public void Keep(long number, in InstanceRow row, Instance shown)
    {
        if (_slots.Length == 0)
        {
            _slots = new (InstanceRow, Instance?)[Size];
        }

        _slots[number & (Size - 1)] = (row, shown);
    }
}
