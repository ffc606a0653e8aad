namespace EdgeZone.Emulator.Settings;

/// <summary>Where a setting stands: <c>Auth:Mode</c>, or, of which there are many, <c>Credentials:N:SecretId</c> and <c>RateLimit:Actions:NAME</c>.</summary>
/// <param name="Parts">The parts between the colons.</param>
internal sealed record SettingName(IReadOnlyList<string> Parts)
{
    /// <summary>Stands for a place in a list.</summary>
    public const string Number = "N";

    /// <summary>Stands for the name of an action.</summary>
    public const string Action = "NAME";

    /// <summary>From the root.</summary>
    public string Full => $"{EmulatorSettings.Section}:{this}";

    public static SettingName Parse(string name) => new(name.Split(':'));

    public override string ToString() => string.Join(':', Parts);

    /// <summary>The full name of one of many.</summary>
    public string With(string key) => $"{EmulatorSettings.Section}:{string.Join(':', Parts.Select(part => IsKey(part) ? key : part))}";

    /// <summary>How many parts of a path, from its beginning, are this name's.</summary>
    public int Common(IReadOnlyList<string> path)
    {
        var count = 0;
        while (count < Parts.Count && count < path.Count && Fits(Parts[count], path[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>What a path has in the place of <see cref="Number"/> or <see cref="Action"/>; empty if this name has no such place.</summary>
    public string KeyIn(IReadOnlyList<string> path) => Enumerable.Range(0, Parts.Count).Where(i => IsKey(Parts[i])).Select(i => path[i]).FirstOrDefault("");

    public static bool IsKey(string part) => part is Number or Action;

    private static bool Fits(string part, string given) => part switch
    {
        Number => int.TryParse(given, System.Globalization.NumberStyles.None, null, out _),
        Action => true,
        _ => part.Equals(given, StringComparison.OrdinalIgnoreCase),
    };
}
