using System.Text.RegularExpressions;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Architecture;

/// <summary>The house has floors: between rooms (namespaces) every arrow points down, so that there is no circle of rooms.</summary>
public partial class FloorTests
{
    private const string Process = "EdgeZone.Emulator";
    private const string Engine = "EdgeZone.Emulator.Domain";
    private const string Fixture = "EdgeZone.Emulator.Testing";

    /// <summary>The process and the engine, from top to bottom.</summary>
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
            $"{Engine}.UseCases.Clocks",
            $"{Engine}.UseCases.Faults",
            $"{Engine}.UseCases.Instances",
            $"{Engine}.UseCases.PrivateNetworks",
            $"{Engine}.UseCases.PublicIps",
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

    /// <summary>The fixture, from top to bottom.</summary>
    private static readonly string[][] FixtureFloors =
    [
        [Fixture],
        [$"{Fixture}.Hosting", $"{Fixture}.Verification"],
        [$"{Fixture}.Time"],
        [$"{Fixture}.Connections"],
        [$"{Fixture}.Control"],
    ];

    private static readonly House Emulator = new(Process, Floors, typeof(EmulatorAssembly).Assembly, typeof(EdgeCloud).Assembly);

    private static readonly House Tester = new(Fixture, FixtureFloors, typeof(EdgeZoneEmulator).Assembly);

    public static TheoryData<string> Rooms => [.. Emulator.Rooms, .. Tester.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_names_only_rooms_below_it(string room) => Assert.Empty(HouseOf(room).UpwardFrom(room));

    [Theory]
    [InlineData(Process)]
    [InlineData(Fixture)]
    public void Every_room_has_its_floor_and_every_floor_its_rooms(string ground) =>
        Assert.Equal(HouseOf(ground).Rooms.Order(), HouseOf(ground).Built.Order());

    [Theory]
    [InlineData("process", Process)]
    [InlineData("engine", Engine)]
    [InlineData("fixture", Fixture)]
    public void The_map_lists_every_room_once_and_from_the_top_floor_down(string table, string ground)
    {
        var floors = ground == Fixture ? FixtureFloors : Floors;
        int FloorOf(string room) => Array.FindIndex(floors, floor => floor.Contains(room));
        string[] mapped =
        [
            .. ExpectedFile.Read("src/README.md")
                .SkipWhile(line => !line.StartsWith($"| Room of the {table} |", StringComparison.Ordinal)).Skip(2)
                .TakeWhile(line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(line => Name().Matches(line[..line.IndexOf(" | ", StringComparison.Ordinal)]).Select(name => name.Groups[1].Value))
                .Select(name => name == "." ? ground : $"{ground}.{name}"),
        ];

        // A room inside another stands in that one's row.
        var rooms = floors.SelectMany(floor => floor)
            .Where(room => room == ground || (room.StartsWith($"{ground}.", StringComparison.Ordinal) && !room[(ground.Length + 1)..].Contains('.')))
            .Except(ground == Process ? [Engine] : []);
        Assert.Equal(rooms.Order(), mapped.Order());
        Assert.Equal(mapped.Select(FloorOf).Order(), mapped.Select(FloorOf));
    }

    [Fact]
    public void The_typed_client_knows_nothing_of_the_process() => Assert.Empty(Tester.OutwardFrom($"{Fixture}.Control", Process));

    [Fact]
    public void The_engine_knows_no_transport()
    {
        var references = typeof(EdgeCloud).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || name is "System.Text.Json" or "System.Net.Http" or "System.Net.Sockets" or Process);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    private static House HouseOf(string room) => Tester.Rooms.Contains(room) ? Tester : Emulator;
}
