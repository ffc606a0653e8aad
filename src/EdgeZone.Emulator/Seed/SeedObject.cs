using System.Text.Json;

namespace EdgeZone.Emulator.Seed;

/// <summary>The members of an object of a seed's file. Every one has to be asked for: nothing in the file is passed over.</summary>
internal sealed class SeedObject(SeedNode node, IReadOnlyDictionary<string, SeedNode> members)
{
    private readonly List<string> _asked = [];

    /// <summary>A member that has to be there.</summary>
    public SeedNode this[string name] => Find(name) ?? throw new SeedFileException($"{node.Path}.{name}", "is missing");

    /// <summary>A member that may be absent, or null.</summary>
    public T? Optional<T>(string name, Func<SeedNode, T> read)
        where T : class => Find(name) is { Element.ValueKind: not JsonValueKind.Null } member ? read(member) : null;

    /// <summary>A number that may be absent, or null.</summary>
    public T? OptionalNumber<T>(string name, Func<SeedNode, T> read)
        where T : struct => Find(name) is { Element.ValueKind: not JsonValueKind.Null } member ? read(member) : null;

    /// <exception cref="SeedFileException">The file has a member that nobody asked for.</exception>
    public void RefuseUnread()
    {
        foreach (var (name, member) in members)
        {
            if (!_asked.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw member.Wrong($"is unknown; there are {string.Join(", ", _asked)}");
            }
        }
    }

    private SeedNode? Find(string name)
    {
        _asked.Add(name);
        return members.TryGetValue(name, out var member) ? member : null;
    }
}
