using System.Buffers;
using System.Text.Json;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>What was sent, for the journal, when it could not be bound: as JSON, secrets masked, and no more of it than is worth keeping.</summary>
internal static class SentParameters
{
    /// <summary>How much is kept, in bytes; a member behind that is left out.</summary>
    private const int Most = 64 * 1024;

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
                        Write(writer, body.RootElement, secrets);
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
            if (HasRoomFor(writer, name.Length + value.Length))
            {
                writer.WriteString(name, secrets.Hides(name) ? SecretParameters.Mask : value);
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement parent, SecretParameters secrets)
    {
        foreach (var member in parent.EnumerateObject())
        {
            if (secrets.Hides(member.Name))
            {
                writer.WriteString(member.Name, SecretParameters.Mask);
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                writer.WriteStartObject(member.Name);
                Write(writer, member.Value, secrets);
                writer.WriteEndObject();
            }
            else if (HasRoomFor(writer, member.Name.Length + member.Value.GetRawText().Length))
            {
                member.WriteTo(writer);
            }
        }
    }

    private static bool HasRoomFor(Utf8JsonWriter writer, long length) => writer.BytesCommitted + writer.BytesPending + length <= Most;
}
