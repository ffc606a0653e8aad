using System.Globalization;
using System.Numerics;
using System.Text.Json;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Seed;

/// <summary>A value of a seed's file that knows where it stands. Whatever it is not is said with its path, in the file's words.</summary>
internal readonly record struct SeedNode(JsonElement Element, string Path)
{
    /// <summary>A text that is not empty.</summary>
    public string Text => AnyText ?? throw Wrong("is not a text of at least one character");

    private string? AnyText => Element.ValueKind == JsonValueKind.String && TryDecode(Element) is { Length: > 0 } text ? text : null;

    /// <summary>A text that is not empty and has no more characters than that.</summary>
    public string TextUpTo(int most) =>
        AnyText is { } text && Rules.CharactersOf(text) <= most ? text : throw Wrong($"is not a text of 1 to {most} characters");

    /// <summary>A whole number.</summary>
    /// <param name="least">The smallest one.</param>
    /// <param name="most">The largest one.</param>
    /// <param name="because">What to say of the bounds, if one asks why.</param>
    public T Whole<T>(T least, T most, string because = "")
        where T : struct, IBinaryInteger<T> =>
        Element.ValueKind == JsonValueKind.Number
        && T.TryParse(Element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most
            ? value
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"is not a whole number from {least:N0} to {most:N0}{because}"));

    /// <summary>A list.</summary>
    public IReadOnlyList<T> List<T>(Func<SeedNode, int, T> read)
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("is not a list");
        }

        var path = Path;
        return [.. Element.EnumerateArray().Select((element, i) => read(new SeedNode(element, $"{path}[{i}]"), i))];
    }

    /// <summary>Each member of an object whose members are named by whoever wrote the file.</summary>
    public void ForEachMember(Action<string, SeedNode> read)
    {
        var path = Path;
        foreach (var (name, member) in Members(StringComparer.Ordinal, name => $"{path}['{name}']"))
        {
            read(name, member);
        }
    }

    /// <summary>An object with certain members.</summary>
    public T Object<T>(Func<SeedObject, T> read)
    {
        var path = Path;
        var members = new SeedObject(this, Members(StringComparer.OrdinalIgnoreCase, name => $"{path}.{name}"));
        var value = read(members);
        members.RefuseUnread();
        return value;
    }

    /// <summary>What to throw when the value is wrong.</summary>
    /// <param name="what">Why, as words that follow the path.</param>
    public SeedFileException Wrong(string what) => new(Path, what);

    private Dictionary<string, SeedNode> Members(StringComparer names, Func<string, string> pathOf)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("is not an object");
        }

        var members = new Dictionary<string, SeedNode>(names);
        foreach (var member in Element.EnumerateObject())
        {
            if (TryDecode(member) is not { Length: > 0 } name)
            {
                throw Wrong("has a member without a name");
            }

            if (!members.TryAdd(name, new SeedNode(member.Value, pathOf(name))))
            {
                throw new SeedFileException(pathOf(name), "is there twice");
            }
        }

        return members;
    }

    // What is no Unicode is found only when it is read.
    private static string? TryDecode(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TryDecode(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
