using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Exploring;

/// <summary>What goes wrong in one run: nothing, one thing, or one and then another.</summary>
internal sealed record Scenario(IReadOnlyList<Position> Positions)
{
    private const char And = '+';

    /// <summary>Nothing goes wrong.</summary>
    public static Scenario Undisturbed { get; } = new([]);

    /// <summary>The ids of its positions.</summary>
    public string Id { get; } = string.Join(And, Positions.Select(position => position.Id));

    /// <summary>The last thing that goes wrong.</summary>
    public Position Last => Positions[^1];

    /// <summary>What is wrong with a program that does not survive it.</summary>
    public string Fault => string.Join(" then ", Positions.Select(position => position.Fault));

    /// <summary>Whether the program may have to wait for a long time.</summary>
    public bool IsSlow => Positions.Any(position => position.Kind == FaultKind.Timeout || position.Detail.EndsWith("hangs", StringComparison.Ordinal));

    /// <summary>The same, and then something else.</summary>
    public Scenario Then(Position position) => new([.. Positions, position]);

    /// <summary>The rules for it, in their order.</summary>
    public IReadOnlyList<JsonObject> Rules() =>
        [.. Positions.Select((position, place) => position.Rule(Positions.Take(place).Count(earlier => Hides(earlier, position))))];

    /// <summary>The ids of the positions that an id is made of.</summary>
    public static string[] Parts(string id) => id.Split(And);

    private static bool Hides(Position earlier, Position later) =>
        earlier.HidesCall && earlier.Action == later.Action && earlier.Occurrence < later.Occurrence;
}
