using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace EdgeZone.Emulator.Tests.Architecture;

/// <summary>Rooms (namespaces) on floors: a room may name the rooms of the floors below its own, and none of its own floor or above.</summary>
/// <param name="ground">The namespace that all rooms are in.</param>
/// <param name="floors">The rooms, from the top floor to the bottom.</param>
/// <param name="assemblies">Where they are built.</param>
internal sealed class House(string ground, string[][] floors, params Assembly[] assemblies)
{
    private readonly Lazy<IReadOnlyList<IType>> _types =
        new(() => [.. new ArchLoader().LoadAssemblies(assemblies).Build().Types.Where(type => IsIn(ground, type))]);

    /// <summary>The rooms that have a floor.</summary>
    public IEnumerable<string> Rooms => floors.SelectMany(floor => floor);

    /// <summary>The rooms that there are.</summary>
    public IEnumerable<string> Built => _types.Value.Select(type => type.Namespace.FullName).Distinct();

    /// <summary>What a room names on its own floor or above.</summary>
    public IEnumerable<string> UpwardFrom(string room)
    {
        var floor = FloorOf(room);
        return DependenciesOf(room)
            .Where(dependency => IsIn(ground, dependency.Target))
            .Where(dependency => dependency.Target.Namespace.FullName != room && FloorOf(dependency.Target.Namespace.FullName) <= floor)
            .Select(Show)
            .Distinct();
    }

    /// <summary>What a room names of a namespace that has this house in it, and not of the house.</summary>
    public IEnumerable<string> OutwardFrom(string room, string surroundings) => DependenciesOf(room)
        .Where(dependency => IsIn(surroundings, dependency.Target) && !IsIn(ground, dependency.Target))
        .Select(Show)
        .Distinct();

    private IEnumerable<ITypeDependency> DependenciesOf(string room) =>
        _types.Value.Where(type => type.Namespace.FullName == room).SelectMany(type => type.Dependencies);

    private int FloorOf(string room)
    {
        var floor = Array.FindIndex(floors, rooms => rooms.Contains(room));
        return floor >= 0 ? floor : throw new InvalidOperationException($"{room} has no floor: put it on one in its table.");
    }

    private static string Show(ITypeDependency dependency) => $"{dependency.Origin.FullName} names {dependency.Target.FullName}";

    // The model puts a generic parameter into the room of whoever used one of that name first.
    private static bool IsIn(string ground, IType type) => type is not GenericParameter
        && (type.Namespace?.FullName == ground || type.Namespace?.FullName.StartsWith($"{ground}.", StringComparison.Ordinal) == true);
}
