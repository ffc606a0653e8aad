using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>A code or an id as its text, which is never empty.</summary>
internal sealed class TextConverter<T>(Func<string, T> create) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text ? create(text) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
