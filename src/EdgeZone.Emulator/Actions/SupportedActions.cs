using System.Collections.Frozen;
using EdgeZone.Emulator.Actions.Instances;
using EdgeZone.Emulator.Actions.InstanceTypes;
using EdgeZone.Emulator.Actions.Zones;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Actions;

/// <summary>Every action that is answered: registration and contents page at once.</summary>
internal static class SupportedActions
{
    public static IReadOnlyList<IApiAction> All { get; } =
    [
        CreateInstances.Action,
        DescribeInstances.Action,
        DescribeInstanceTypes.Action,
        DescribeZones.Action,
    ];

    public static FrozenDictionary<string, IApiAction> ByName { get; } = All.ToFrozenDictionary(action => action.Name, StringComparer.Ordinal);
}
