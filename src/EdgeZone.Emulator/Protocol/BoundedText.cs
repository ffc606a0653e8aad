namespace EdgeZone.Emulator.Protocol;

/// <summary>Text of a limited length.</summary>
internal static class BoundedText
{
    /// <summary>The text itself when it is short enough, otherwise its beginning and an ellipsis.</summary>
    public static string Clip(string value, int limit)
    {
        if (value.Length <= limit)
        {
            return value;
        }
        // A cut between the halves of a surrogate pair would leave text that cannot be written as UTF-8.
        var end = char.IsHighSurrogate(value[limit - 2]) ? limit - 2 : limit - 1;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}
