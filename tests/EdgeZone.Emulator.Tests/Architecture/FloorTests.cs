using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using EdgeZone.Emulator.Domain;

namespace EdgeZone.Emulator.Tests.Architecture;

/// <summary>The house has floors: between rooms (namespaces) every arrow points down, so that there is no circle of rooms.</summary>
public class FloorTests
{
    private const string Process = "EdgeZone.Emulator";
    private const string Engine = "EdgeZone.Emulator.Domain";

    /// <summary>From top to bottom. A room may name the rooms of the floors below its own, and none of its own floor or above.</summary>
    private static readonly string[][] Floors =
    [
        [Process],
        [$"{Process}.CommandLine"],
        [$"{Process}.Exploring.Reports"],
        [$"{Process}.Exploring"],
        [$"{Process}.Hosting"],
        [$"{Process}.ControlPlane"],
        [$"{Process}.ControlPlane.Shapes"],
        [$"{Process}.Reviewing"],
        [$"{Process}.ControlPlane.Documentation"],
        [$"{Process}.Keeping"],
        [$"{Process}.Records"],
        [$"{Process}.Gateway"],
        [$"{Process}.Actions"],
        [
            $"{Process}.Actions.Instances", $"{Process}.Actions.InstanceTypes", $"{Process}.Actions.PrivateNetworks",
            $"{Process}.Actions.PublicIps", $"{Process}.Actions.PublicNetworks", $"{Process}.Actions.Zones",
        ],
        [$"{Process}.Snapshots", $"{Process}.Authentication", $"{Process}.Connections", $"{Process}.Sandboxes", $"{Process}.Seed"],
        [$"{Process}.Certificates", $"{Process}.Proxy", $"{Process}.Validation"],
        [$"{Process}.Settings", $"{Process}.Journals"],
        [$"{Process}.Protocol", $"{Process}.Storage"],
        [Engine],
        [
            $"{Engine}.UseCases.Clocks", $"{Engine}.UseCases.Faults", $"{Engine}.UseCases.Instances", $"{Engine}.UseCases.PrivateNetworks", $"{Engine}.UseCases.PublicIps",
            $"{Engine}.UseCases.PublicNetworks", $"{Engine}.UseCases.Stocks", $"{Engine}.UseCases.Zones",
        ],
        [$"{Engine}.UseCases"],
        [$"{Engine}.Worlds"],
        [$"{Engine}.Faults"],
        [$"{Engine}.Provisioning"],
        [$"{Engine}.Events"],
        [$"{Engine}.Instances"],
        [$"{Engine}.Accounts", $"{Engine}.Images", $"{Engine}.Machines", $"{Engine}.Networks", $"{Engine}.Time", $"{Engine}.Zones"],
        [$"{Engine}.Chance", $"{Engine}.Errors", $"{Engine}.Paging", $"{Engine}.Rows"],
        [$"{Engine}.Addresses", $"{Engine}.Ids"],
    ];

    private static readonly Lazy<IReadOnlyList<IType>> House = new(() =>
        [.. new ArchLoader().LoadAssemblies(typeof(EmulatorAssembly).Assembly, typeof(EdgeCloud).Assembly).Build().Types.Where(IsOurs)]);

    public static TheoryData<string> Rooms => [.. Floors.SelectMany(floor => floor)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_names_only_rooms_below_it(string room)
    {
        var floor = FloorOf(room);

        var upward = House.Value
            .Where(type => type.Namespace.FullName == room)
            .SelectMany(type => type.Dependencies)
            .Where(dependency => IsOurs(dependency.Target) && dependency.Target.Namespace.FullName != room && FloorOf(dependency.Target.Namespace.FullName) <= floor)
            .Select(dependency => $"{dependency.Origin.FullName} names {dependency.Target.FullName}")
            .Distinct();

        Assert.Empty(upward);
    }

    [Fact]
    public void Every_room_has_its_floor_and_every_floor_its_rooms() =>
        Assert.Equal(Floors.SelectMany(floor => floor).Order(), House.Value.Select(type => type.Namespace.FullName).Distinct().Order());

    [Fact]
    public void The_engine_knows_no_transport()
    {
        var references = typeof(EdgeCloud).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || name is "System.Text.Json" or "System.Net.Http" or "System.Net.Sockets" or Process);
    }

    private static int FloorOf(string room)
    {
        var floor = Array.FindIndex(Floors, rooms => rooms.Contains(room));
        return floor >= 0 ? floor : throw new InvalidOperationException($"{room} has no floor: put it on one in the table above.");
    }

    // The model puts a generic parameter into the room of whoever used one of that name first.
    private static bool IsOurs(IType type) =>
        type is not GenericParameter && (type.Namespace?.FullName is Process || type.Namespace?.FullName.StartsWith($"{Process}.", StringComparison.Ordinal) == true);
}
