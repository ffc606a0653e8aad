using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>An instance as the reference model keeps it.</summary>
internal sealed class ModelInstance
{
    public required InstanceId Id { get; init; }

    public required long AppId { get; init; }

    public required ZoneCode Zone { get; init; }

    public required string Type { get; init; }

    public required bool WantsIpv6 { get; init; }

    public required NetworkId Private { get; set; }

    public required NetworkId Public { get; set; }

    public string Name { get; set; } = "web";

    public string Status { get; set; } = "allocating";

    public Dictionary<string, string> Addresses { get; } = new() { ["private4"] = "", ["public4"] = "", ["private6"] = "", ["public6"] = "" };

    public override string ToString() => $"{Id} {AppId} {Zone} {Type} {Status} {Name} {Private} {Public} {string.Join(' ', Addresses.Values)}";
}

/// <summary>A network of either kind as the reference model keeps it.</summary>
internal sealed class ModelNetwork
{
    public required NetworkId Id { get; init; }

    public required long AppId { get; init; }

    public required ZoneCode Zone { get; init; }

    public required string Name { get; set; }

    /// <summary>Number of its IPv6 prefix when it is private, of its range when it is a public one with a range.</summary>
    public int Number { get; init; }

    public RouteMode Mode { get; init; }

    public int Mask { get; init; }

    /// <summary>Applied addresses and the instance each serves.</summary>
    public Dictionary<string, InstanceId> Ips { get; } = [];
}
