using System.Buffers;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// What a terminal would obey or hide, written out: a line end is the two characters <c>\n</c>, an escape is <c>\u001b</c>. So one event
/// stays one line, in the log and on standard error, whatever callers and settings put into it.
/// </summary>
internal static class Unprintable
{
    /// <summary>The first half of what is in plane 14: tags and selectors of variants, none of which can be seen.</summary>
    private const char PlaneOfTags = '\uDB40';

    // Control characters, line and paragraph separators, and those that turn the direction of text or cannot be seen.
    private static readonly string Letters = string.Concat(
        Range(0x00, 0x1F),
        Range(0x7F, 0x9F),
        Range(0x200B, 0x200F),
        Range(0x2028, 0x202E),
        Range(0x2060, 0x206F),
        Range(0xFFF9, 0xFFFB),
        "\u00AD\u061C\u180E\uFEFF",
        PlaneOfTags.ToString());

    /// <summary>What is written out in a text for a person: the backslash too, or what was escaped could not be told from what was sent.</summary>
    public static SearchValues<char> InText { get; } = SearchValues.Create(Letters + '\\');

    /// <summary>What is written out in JSON, in which backslashes are what they are.</summary>
    public static SearchValues<char> InJson { get; } = SearchValues.Create(Letters);

    /// <summary>Writes a text with these of its letters written out.</summary>
    public static void Write(ReadOnlySpan<char> text, SearchValues<char> escaped, TextWriter output)
    {
        while (text.IndexOfAny(escaped) is >= 0 and var index)
        {
            output.Write(text[..index]);
            var end = Math.Min(text.Length, index + (text[index] == PlaneOfTags ? 2 : 1));
            foreach (var letter in text[index..end])
            {
                output.Write(Escape(letter));
            }

            text = text[end..];
        }

        output.Write(text);
    }

    private static string Escape(char letter) => letter switch
    {
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ => $"\\u{(int)letter:x4}",
    };

    private static string Range(int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(code => (char)code));
}
