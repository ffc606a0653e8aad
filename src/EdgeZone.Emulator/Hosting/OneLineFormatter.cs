using System.Buffers;
using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Makes one line of one event, a stack included, whatever callers put into it.</summary>
internal sealed class OneLineFormatter : ITextFormatter
{
    private const string LineStart = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}";

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
            Unprintable.InText);
    }

    /// <summary>One compact JSON object a line.</summary>
    public static OneLineFormatter Json()
    {
        var values = new JsonValueFormatter(typeTagName: "$type");
        return new OneLineFormatter((logEvent, output) => CompactJsonFormatter.FormatEvent(logEvent, output, values), Unprintable.InJson);
    }

    /// <summary>Writes the event and ends the line. Only one thread formats at a time.</summary>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        _raw.Clear();
        using (var raw = new StringWriter(_raw, CultureInfo.InvariantCulture))
        {
            _format(logEvent, raw);
        }

        Unprintable.Write(_raw.ToString(), _escaped, output);
        output.Write('\n');
    }
}
