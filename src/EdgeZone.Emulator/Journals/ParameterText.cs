using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>The parameters of a call as JSON, secrets masked.</summary>
internal static class ParameterText
{
    /// <summary>Parameters that occupy more bytes are kept cut.</summary>
    private const int LargestKept = 64 * 1024;

    private const int LongestText = 256;

    private const int MostItems = 64;

    /// <summary>Shows texts as they are read.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void Write(Utf8JsonWriter writer, CallParameters parameters)
    {
        if (parameters.Bound is { } bound)
        {
            Write(writer, bound, int.MaxValue, int.MaxValue);
        }
        else if (parameters.Sent is { } sent)
        {
            writer.WriteRawValue(sent, skipInputValidation: true);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>What is kept of them: all, or, of more than anybody sends to be answered, long texts and lists cut.</summary>
    public static CallParameters Kept(CallParameters parameters)
    {
        if (parameters.Bound is not { } bound || bound.Size <= LargestKept)
        {
            return parameters;
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = Encoder }))
        {
            Write(writer, bound, LongestText, MostItems);
        }

        return CallParameters.OfSent(json.WrittenSpan.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Arguments arguments, int longestText, int mostItems)
    {
        writer.WriteStartObject();
        for (var i = 0; i < arguments.Parameters.Count; i++)
        {
            if (arguments[i].Present)
            {
                writer.WritePropertyName(arguments.Parameters[i].Name);
                Write(writer, arguments.Parameters[i], arguments[i], longestText, mostItems);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Parameter parameter, Argument value, int longestText, int mostItems)
    {
        if (parameter.Secret)
        {
            writer.WriteStringValue(SecretParameters.Mask);
            return;
        }

        switch (parameter.Type)
        {
            case ParameterType.Int64:
                writer.WriteNumberValue(value.Signed);
                break;
            case ParameterType.UInt64:
                writer.WriteNumberValue(value.Unsigned);
                break;
            case ParameterType.Bool:
                writer.WriteBooleanValue(value.Flag);
                break;
            case ParameterType.StringList:
                writer.WriteStartArray();
                foreach (var item in value.Items.Take(mostItems))
                {
                    writer.WriteStringValue(BoundedText.Clip(item, longestText));
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(BoundedText.Clip(value.Text, longestText));
                break;
        }
    }
}
