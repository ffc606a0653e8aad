using EdgeZone.Emulator.Domain.Instances;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// The views that were made last, of all sandboxes. The engine shows an instance that has not changed as the same object, so its view, which holds its
/// JSON, can be the same too.
/// </summary>
internal static class InstanceViews
{
    /// <summary>How many are kept, with about a kilobyte each; a power of two, and many times the longest page.</summary>
    private const int Size = 1024;

    private static readonly Made?[] Latest = new Made?[Size];

    /// <summary>The view of an instance.</summary>
    public static InstanceView Of(Instance instance, bool newerFields)
    {
        ref var latest = ref Latest[instance.Sequence & (Size - 1)];
        if (Volatile.Read(ref latest) is not { } made || made.Instance != (object)instance || made.NewerFields != newerFields)
        {
            Volatile.Write(ref latest, made = new Made(instance, newerFields, InstanceView.Of(instance, newerFields)));
        }

        return made.View;
    }

    private sealed class Made(Instance instance, bool newerFields, InstanceView view)
    {
        public readonly Instance Instance = instance;
        public readonly bool NewerFields = newerFields;
        public readonly InstanceView View = view;
    }
}
