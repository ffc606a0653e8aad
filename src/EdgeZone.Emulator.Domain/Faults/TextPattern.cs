namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>A text in which <c>*</c> stands for any characters; upper and lower case differ.</summary>
public readonly struct TextPattern
{
    private readonly string? _exact;
    private readonly string[]? _parts;

    /// <param name="pattern">The text; null for one that any text matches, and the lack of one.</param>
    public TextPattern(string? pattern)
    {
        if (pattern is null)
        {
            return;
        }

        if (pattern.Contains('*', StringComparison.Ordinal))
        {
            _parts = pattern.Split('*');
        }
        else
        {
            _exact = pattern;
        }
    }

    /// <summary>Whether a text matches.</summary>
    public bool Matches(string? text)
    {
        if (_exact is not null)
        {
            return string.Equals(_exact, text, StringComparison.Ordinal);
        }

        return _parts is null || (text is not null && MatchesParts(text, _parts));
    }

    // The first part begins the text, the last one ends it, and between them each is taken where it first stands: that leaves most to the rest.
    private static bool MatchesParts(ReadOnlySpan<char> text, string[] parts)
    {
        var (first, last) = (parts[0], parts[^1]);
        if (text.Length < first.Length + last.Length
            || !text.StartsWith(first, StringComparison.Ordinal)
            || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text[first.Length..(text.Length - last.Length)];
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var place = rest.IndexOf(part, StringComparison.Ordinal);
            if (place < 0)
            {
                return false;
            }

            rest = rest[(place + part.Length)..];
        }

        return true;
    }
}
