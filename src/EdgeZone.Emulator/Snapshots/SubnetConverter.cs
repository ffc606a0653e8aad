using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>A block of addresses as <c>10.0.0.0/24</c>.</summary>
internal sealed class SubnetConverter : JsonConverter<Subnet>
{
    public override Subnet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null && Subnet.TryParse(text, out var subnet) ? subnet! : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Subnet value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
