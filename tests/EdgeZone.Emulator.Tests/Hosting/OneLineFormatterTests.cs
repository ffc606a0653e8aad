using System.Text.Json;
using EdgeZone.Emulator.Hosting;
using Serilog.Events;
using Serilog.Parsing;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>One event is one line, and nothing in it is obeyed by a terminal.</summary>
public class OneLineFormatterTests
{
    public static TheoryData<int> Unprintable =>
        [.. Enumerable.Range(0, 0x20), .. Enumerable.Range(0x7F, 0x21), 0xAD, 0x061C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069, 0xFEFF];

    [Theory]
    [MemberData(nameof(Unprintable))]
    public void What_is_no_text_is_escaped(int code)
    {
        var letter = (char)code;

        Assert.DoesNotContain(letter, Format(OneLineFormatter.Text(), $"a{letter}b"));
        var json = Format(OneLineFormatter.Json(), $"a{letter}b");
        Assert.DoesNotContain(letter, json);
        Assert.Equal($"a{letter}b", JsonDocument.Parse(json).RootElement.GetProperty("Value").GetString());
    }

    [Theory]
    [InlineData("a\nb", @"a\nb")]
    [InlineData("a\r\n\tb", @"a\r\n\tb")]
    [InlineData("a\u001b[2J", @"a\u001b[2J")]
    [InlineData(@"a\nb", @"a\\nb")]
    [InlineData("a\U000E0041b", @"a\udb40\udc41b")]
    [InlineData("广州 é 😀 \"quoted\"", "广州 é 😀 \"quoted\"")]
    public void The_text_can_be_read_back(string value, string written) =>
        Assert.Equal($"10:00:00.000 INF Got {written}", Format(OneLineFormatter.Text(), value));

    [Fact]
    public void A_stack_stays_on_the_line_of_its_event()
    {
        var line = Format(OneLineFormatter.Text(), "x", new InvalidOperationException("first\nsecond", new FormatException("inner")));

        Assert.StartsWith(@"10:00:00.000 INF Got x: System.InvalidOperationException: first\nsecond\n ---> System.FormatException: inner\n", line);
    }

    private static string Format(OneLineFormatter formatter, string value, Exception? exception = null)
    {
        var template = new MessageTemplateParser().Parse("Got {Value}");
        var time = new DateTimeOffset(2026, 1, 13, 10, 0, 0, TimeSpan.Zero);
        using var output = new StringWriter();
        formatter.Format(new LogEvent(time, LogEventLevel.Information, exception, template, [new("Value", new ScalarValue(value))]), output);
        var line = output.ToString();
        Assert.EndsWith("\n", line);
        Assert.DoesNotContain('\n', line[..^1]);
        return line[..^1];
    }
}
