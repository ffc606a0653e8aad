using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>What was sent, for the journal, when it could not be bound: as JSON, secrets masked, and no more of it than is worth keeping.</summary>
internal static class SentParameters
{
    /// <summary>How much is kept, in bytes; a member behind that is left out.</summary>
    private const int Most = 64 * 1024;

    /// <summary>What a member has around its name and its value, in bytes.</summary>
    private const int Punctuation = 4;

    private static readonly JsonWriterOptions Options = new() { Encoder = ParameterText.Encoder };

    public static CallParameters Of(ApiRequest request, SecretParameters secrets)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            switch (request)
            {
                case ApiRequest.V1 v1:
                    Write(writer, v1.Parameters.Where(parameter => !RequestBinder.IsCommonToV1(parameter.Key)), secrets);
                    break;
                case ApiRequest.Tc3Flat flat:
                    Write(writer, flat.Parameters, secrets);
                    break;
                default:
                    using (var body = JsonDocument.Parse(request.Received.Body))
                    {
                        WriteMembers(writer, body.RootElement, secrets);
                    }

                    break;
            }

            writer.WriteEndObject();
        }

        return CallParameters.OfSent(json.WrittenSpan.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<FlatParameter> parameters, SecretParameters secrets)
    {
        foreach (var (name, value) in parameters)
        {
            if (HasRoomFor(writer, name.Length + value.Length + Punctuation))
            {
                writer.WriteString(name, secrets.Hides(name) ? SecretParameters.Mask : value);
            }
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement parent, SecretParameters secrets)
    {
        foreach (var member in parent.EnumerateObject())
        {
            var isHidden = secrets.Hides(member.Name);
            var length = isHidden ? SecretParameters.Mask.Length : JsonMarshal.GetRawUtf8Value(member.Value).Length;
            if (!HasRoomFor(writer, member.Name.Length + length + Punctuation))
            {
                continue;
            }

            writer.WritePropertyName(member.Name);
            if (isHidden)
            {
                writer.WriteStringValue(SecretParameters.Mask);
            }
            else
            {
                Write(writer, member.Value, secrets);
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, SecretParameters secrets)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                WriteMembers(writer, value, secrets);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, secrets);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool HasRoomFor(Utf8JsonWriter writer, long length) => writer.BytesCommitted + writer.BytesPending + length <= Most;
}
