using System.Buffers;
using System.Text.Json;

namespace EdgeZone.Emulator.Journals;

/// <summary>What an entry looks like in JSON.</summary>
internal static class EntryText
{
    public static JsonElement ParametersOf(Call call)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            ParameterText.Write(writer, call.Parameters);
        }

        return JsonElement.Parse(json.WrittenSpan);
    }

    /// <returns>Null when none is kept.</returns>
    public static JsonElement? AnswerOf(JournalEntry entry) => entry.AnswerText is { } answer ? JsonElement.Parse(answer) : null;
}
