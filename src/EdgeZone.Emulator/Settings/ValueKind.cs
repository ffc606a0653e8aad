using System.Globalization;
using System.Numerics;

namespace EdgeZone.Emulator.Settings;

/// <summary>Reads a value from its text; false if the text is not one.</summary>
internal delegate bool TryRead<T>(string text, out T value);

/// <summary>What the value of a setting may be.</summary>
/// <param name="Allowed">What is allowed, as words that follow "is not".</param>
/// <param name="TryRead">Takes what is allowed and nothing else.</param>
/// <param name="Show">The text that reads as this value.</param>
internal sealed record ValueKind<T>(string Allowed, TryRead<T> TryRead, Func<T, string> Show);

/// <summary>The kinds of values that settings have.</summary>
internal static class ValueKinds
{
    private static readonly string[] DurationFormats = [@"hh\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF", @"d\.hh\:mm\:ss", @"d\.hh\:mm\:ss\.FFFFFFF"];

    /// <summary>Yes or no.</summary>
    public static ValueKind<bool> Flag { get; } = new("true or false", bool.TryParse, value => value ? "true" : "false");

    /// <summary>Any text, but not the empty one: that is what an unset variable of a shell or a compose file becomes.</summary>
    public static ValueKind<string> Text { get; } = TextThat("a text of at least one character", text => text.Length > 0);

    /// <summary>A text of a certain form.</summary>
    public static ValueKind<string> TextThat(string allowed, Predicate<string> holds)
    {
        bool TryRead(string text, out string value)
        {
            value = text;
            return holds(text);
        }

        return new(allowed, TryRead, value => value);
    }

    /// <summary>One of a few names, in whatever case. Numbers and lists, which an enumeration's own parser takes for names, are none.</summary>
    public static ValueKind<T> OneOf<T>() where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        bool TryRead(string text, out T value)
        {
            value = default;
            return names.Contains(text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(text, ignoreCase: true, out value);
        }

        return new($"{string.Join(", ", names[..^1])} or {names[^1]}", TryRead, value => value.ToString());
    }

    /// <summary>A whole number between two others, these included.</summary>
    public static ValueKind<T> Whole<T>(T least, T most) where T : struct, IBinaryInteger<T>
    {
        bool TryRead(string text, out T value) =>
            T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

        return new(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least:N0} to {most:N0}"),
            TryRead,
            value => value.ToString(null, CultureInfo.InvariantCulture));
    }

    /// <summary>A number above zero.</summary>
    public static ValueKind<double> AboveZero(double most)
    {
        bool TryRead(string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value > 0 && value <= most;

        return new(
            string.Create(CultureInfo.InvariantCulture, $"a number above 0 and at most {most:N0}"),
            TryRead,
            value => value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// A length of time with all its parts. The runtime's own parser takes <c>5</c> for five days, and <c>25:00:00</c> for twenty-five.
    /// </summary>
    /// <param name="most">The longest.</param>
    /// <param name="least">The shortest; none at all unless it is said.</param>
    public static ValueKind<TimeSpan> Duration(TimeSpan most, TimeSpan least = default)
    {
        bool TryRead(string text, out TimeSpan value) =>
            TimeSpan.TryParseExact(text, DurationFormats, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

        return new($"a duration hh:mm:ss or d.hh:mm:ss, from {least:c} to {most:c}", TryRead, value => value.ToString("c", CultureInfo.InvariantCulture));
    }
}
