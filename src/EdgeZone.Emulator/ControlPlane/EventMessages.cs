using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// Writes server-sent events. The framework's own cannot write comments, which a proxy needs to see when nothing happens.
/// https://html.spec.whatwg.org/multipage/server-sent-events.html
/// </summary>
internal static class EventMessages
{
    // As in every other answer: texts are shown as they are read. A line break is escaped in any case, so that an object is one line.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what says nothing.</summary>
    public static void WriteComment(IBufferWriter<byte> body) => body.Write(": \n\n"u8);

    /// <summary>Writes what happened, then the call or command that did it or met it; only what has a greater id.</summary>
    public static void Write(IBufferWriter<byte> body, JournalEntry entry, long after)
    {
        var id = entry.FirstId;
        foreach (var happened in entry.Events)
        {
            Write(body, id++, after, "happened", EventView.Of(happened), ControlPlaneJson.Default.EventView);
        }

        if (entry.Call is not null)
        {
            Write(body, id, after, "call", CallView.Of(entry, effects: 0), ControlPlaneJson.Default.CallView);
        }
        else if (entry.Command is not null)
        {
            Write(body, id, after, "command", CommandView.Of(entry), ControlPlaneJson.Default.CommandView);
        }
    }

    private static void Write<T>(IBufferWriter<byte> body, long id, long after, string name, T data, JsonTypeInfo<T> shape)
    {
        if (id <= after)
        {
            return;
        }

        Encoding.UTF8.GetBytes($"id: {id}\nevent: {name}\ndata: ", body);
        using (var writer = new Utf8JsonWriter(body, Json))
        {
            JsonSerializer.Serialize(writer, data, shape);
        }

        body.Write("\n\n"u8);
    }
}
