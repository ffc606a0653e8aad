using System.Buffers;
using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// Makes one line of one event, whatever callers put into it: a line end inside it, of a stack too, is the two characters <c>\n</c>, and
/// what a terminal would obey or hide is written out as <c>\u001b</c>.
/// </summary>
internal sealed class OneLineFormatter : ITextFormatter
{
    private const string LineStart = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}";

    // Control characters, line and paragraph separators, and those that turn the direction of text or cannot be seen.
    private static readonly string Unprintable = string.Concat(
        Range(0x00, 0x1F),
        Range(0x7F, 0x9F),
        Range(0x200B, 0x200F),
        Range(0x2028, 0x202E),
        Range(0x2060, 0x206F),
        Range(0xFFF9, 0xFFFB),
        "\u00AD\u061C\u180E\uFEFF");

    private static readonly SearchValues<char> EscapedInText = SearchValues.Create(Unprintable + '\\');
    private static readonly SearchValues<char> EscapedInJson = SearchValues.Create(Unprintable);

    private readonly StringBuilder _raw = new();
    private readonly Action<LogEvent, TextWriter> _format;
    private readonly SearchValues<char> _escaped;

    private OneLineFormatter(Action<LogEvent, TextWriter> format, SearchValues<char> escaped) => (_format, _escaped) = (format, escaped);

    /// <summary>Lines for a person.</summary>
    public static OneLineFormatter Text()
    {
        var start = new MessageTemplateTextFormatter(LineStart, CultureInfo.InvariantCulture);
        return new OneLineFormatter(
            (logEvent, output) =>
            {
                start.Format(logEvent, output);
                if (logEvent.Exception is not null)
                {
                    output.Write($": {logEvent.Exception}");
                }
            },
            // Or what was escaped could not be told from what was sent.
            EscapedInText);
    }

    /// <summary>One compact JSON object a line, in which backslashes are what they are in JSON.</summary>
    public static OneLineFormatter Json()
    {
        var values = new JsonValueFormatter(typeTagName: "$type");
        return new OneLineFormatter((logEvent, output) => CompactJsonFormatter.FormatEvent(logEvent, output, values), EscapedInJson);
    }

    /// <summary>Writes the event and ends the line. Only one thread formats at a time.</summary>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        _raw.Clear();
        using (var raw = new StringWriter(_raw, CultureInfo.InvariantCulture))
        {
            _format(logEvent, raw);
        }

        var rest = _raw.ToString().AsSpan();
        while (rest.IndexOfAny(_escaped) is >= 0 and var index)
        {
            output.Write(rest[..index]);
            output.Write(Escape(rest[index]));
            rest = rest[(index + 1)..];
        }

        output.Write(rest);
        output.Write('\n');
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
