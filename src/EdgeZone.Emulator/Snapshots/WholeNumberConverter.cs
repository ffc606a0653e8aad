using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>A number of 64 bits as text in hexadecimal digits: many readers of JSON lose the last bits of such a number.</summary>
internal sealed class WholeNumberConverter : JsonConverter<ulong>
{
    public override ulong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("x16", CultureInfo.InvariantCulture));
}
