using System.Globalization;

namespace EdgeZone.Emulator.Validation;

/// <summary>The two ways in which this API writes an instant, both UTC and to the second.</summary>
internal static class WireTime
{
    /// <summary>With the zone mark, as instances and samples have it: <c>2026-01-13T10:00:00Z</c>.</summary>
    private const string ZonedFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private const int ZonedLength = 20;

    /// <summary>The framework's sortable format has the plain form, and is several times as fast as a format of our own.</summary>
    private const string PlainFormat = "s";

    public static string Zoned(DateTimeOffset moment) => string.Create(ZonedLength, moment.UtcDateTime, static (text, time) =>
    {
        time.TryFormat(text, out var written, PlainFormat, CultureInfo.InvariantCulture);
        text[written] = 'Z';
    });

    /// <summary>Without a zone mark, as networks and addresses have it: <c>2026-04-07T00:00:00</c>.</summary>
    public static string Plain(DateTimeOffset moment) => moment.UtcDateTime.ToString(PlainFormat, CultureInfo.InvariantCulture);

    /// <summary>Whether an instant can be read from it.</summary>
    public static bool IsZoned(string text) => TryParseZoned(text, out _);

    /// <summary>Reads an instant that has its zone mark, exactly as the API writes it.</summary>
    public static bool TryParseZoned(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text, ZonedFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
