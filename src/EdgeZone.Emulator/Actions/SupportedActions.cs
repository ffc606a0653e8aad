using EdgeZone.Emulator.Actions.Instances;
using EdgeZone.Emulator.Actions.InstanceTypes;
using EdgeZone.Emulator.Actions.PrivateNetworks;
using EdgeZone.Emulator.Actions.PublicIps;
using EdgeZone.Emulator.Actions.PublicNetworks;
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
        ModifyInstanceAttribute.Action,
        TerminateInstances.Action,
        DescribeInstanceTypes.Action,
        DescribeZones.Action,
        DescribeZoneData.Action,
        CreateEdgeNodeService.Action,
        CreatePrivateNetworkInstance.Action,
        ModifyPrivateNetworkInstance.Action,
        DeletePrivateNetworkInstance.Action,
        DescribePrivateNetworkInstances.Action,
        CreatePublicNetworkInstance.Action,
        ModifyPublicNetworkInstance.Action,
        DeletePublicNetworkInstance.Action,
        DescribePublicNetworkInstances.Action,
        ApplyPublicIps.Action,
        ReleasePublicIp.Action,
        DescribePublicIps.Action,
    ];

    public static IReadOnlyDictionary<string, IApiAction> ByName { get; } = All.ToDictionary(action => action.Name, StringComparer.Ordinal);
}
