using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// The only writer of the wrapper <c>{"Response":{…}}</c>: compact, <c>Error</c> before <c>RequestId</c>, no newline at the end.
/// </summary>
internal static class ResponseEnvelope
{
    /// <summary>A message repeats what was sent; no more of it than this goes back, in characters.</summary>
    public const int LongestMessage = 1024;

    // The default encoder would write the back-ticks and Chinese characters of messages as escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void WriteSuccess(IBufferWriter<byte> output, IApiAction action, ApiResponse response)
    {
        var writer = Begin(output);
        action.Write(writer, response);
        End(writer);
    }

    public static void WriteError(IBufferWriter<byte> output, string code, string message, string requestId)
    {
        var writer = Begin(output);
        writer.WriteStartObject();
        writer.WriteStartObject("Error"u8);
        writer.WriteString("Code"u8, code);
        writer.WriteString("Message"u8, BoundedText.Clip(message, LongestMessage));
        writer.WriteEndObject();
        writer.WriteString("RequestId"u8, requestId);
        writer.WriteEndObject();
        End(writer);
    }

    /// <summary>A part of an answer, written as it would be within one.</summary>
    public static byte[] Render<T>(T part, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, Options);
        JsonSerializer.Serialize(writer, part, type);
        return bytes.WrittenSpan.ToArray();
    }

    private static Utf8JsonWriter Begin(IBufferWriter<byte> output)
    {
        var writer = _writer ??= new Utf8JsonWriter(output, Options);
        writer.Reset(output);
        writer.WriteStartObject();
        writer.WritePropertyName("Response"u8);
        return writer;
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
    }
}
