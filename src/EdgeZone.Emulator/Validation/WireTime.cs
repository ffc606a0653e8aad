using System.Globalization;

namespace EdgeZone.Emulator.Validation;

/// <summary>The two ways in which this API writes an instant, both UTC and to the second.</summary>
internal static class WireTime
{
    /// <summary>With the zone mark, as instances and samples have it: <c>2026-01-13T10:00:00Z</c>.</summary>
    public const string ZonedFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Without one, as networks and addresses have it: <c>2026-04-07T00:00:00</c>.</summary>
    private const string PlainFormat = "yyyy-MM-dd'T'HH:mm:ss";

    public static string Zoned(DateTimeOffset moment) => moment.UtcDateTime.ToString(ZonedFormat, CultureInfo.InvariantCulture);

    public static string Plain(DateTimeOffset moment) => moment.UtcDateTime.ToString(PlainFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant that has its zone mark, exactly as the API writes it.</summary>
    public static bool TryParseZoned(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text, ZonedFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
