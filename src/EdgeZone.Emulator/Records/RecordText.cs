using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Snapshots;

namespace EdgeZone.Emulator.Records;

/// <summary>Writes records of sandboxes as JSON that a person can read and edit, and reads them back.</summary>
internal static partial class RecordText
{
    private static readonly JsonTypeInfo<RecordDocument> Shape =
        (JsonTypeInfo<RecordDocument>)SnapshotDocument.Options(RecordJson.Default, indented: true).GetTypeInfo(typeof(RecordDocument));

    private static readonly JsonTypeInfo<EntryDocument> EntryShape =
        (JsonTypeInfo<EntryDocument>)SnapshotDocument.Options(RecordJson.Default, indented: false).GetTypeInfo(typeof(EntryDocument));

    private static readonly JsonWriterOptions Compactly = new() { Encoder = ParameterText.Encoder };

    private static readonly JsonTypeInfo<CommandDocument> CommandShape =
        (JsonTypeInfo<CommandDocument>)SnapshotDocument.Options(RecordJson.Default, indented: false).GetTypeInfo(typeof(CommandDocument));

    public static byte[] Write(SandboxRecord record)
    {
        var beginning = Snapshot.Of(record.Beginning);
        return JsonSerializer.SerializeToUtf8Bytes(
            new RecordDocument
            {
                Version = RecordDocument.CurrentVersion,
                Engine = beginning.Engine,
                Edition = record.Edition,
                Beginning = beginning,
                Entries = [.. record.Entries.Select(Write)],
            },
            Shape);
    }

    /// <summary>A command as it stands in a record.</summary>
    public static JsonElement Write(UseCase command) => JsonSerializer.SerializeToElement(Commands.Write(command), CommandShape);

    /// <exception cref="WorldStateException">The document is malformed, or what it says contradicts itself.</exception>
    public static SandboxRecord Read(ReadOnlySpan<byte> document)
    {
        RecordDocument record;
        try
        {
            record = JsonSerializer.Deserialize(document, Shape) ?? throw new WorldStateException("$", "It is no journal but null.");
        }
        catch (JsonException e)
        {
            throw new WorldStateException(SnapshotDocument.PathOf(e), SnapshotDocument.Explain(e));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new WorldStateException("$", "A member that has to be there is null, or comes twice.");
        }

        if (record.Version != RecordDocument.CurrentVersion)
        {
            throw new WorldStateException("version", $"This emulator reads version {RecordDocument.CurrentVersion}, not {record.Version}.");
        }

        var beginning = StateOf(record.Beginning);
        var entries = new List<JournalEntry>(record.Entries.Count);
        var last = beginning.Number;
        foreach (var entry in record.Entries)
        {
            var path = $"entries[{entries.Count}]";
            if (entry is null)
            {
                throw new WorldStateException(path, "It is null.");
            }

            if (entry.Number <= last)
            {
                throw new WorldStateException($"{path}.number", $"{entry.Number} does not come after {last}.");
            }

            last = entry.Number;
            entries.Add(Read(entry, record.Edition, path));
        }

        return new SandboxRecord(beginning.Name, record.Edition, beginning, entries);
    }

    /// <summary>Writes one entry, without the answer, as it is kept.</summary>
    /// <param name="output">Gets it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="call">The call with all its parameters; null for a command.</param>
    public static void WriteEntry(IBufferWriter<byte> output, JournalEntry entry, Call? call)
    {
        using var writer = new Utf8JsonWriter(output, Compactly);
        if (call is null)
        {
            JsonSerializer.Serialize(writer, Write(entry), EntryShape);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("number"u8, entry.Number);
        writer.WriteString("outside"u8, entry.Outside);
        writer.WriteStartObject("call"u8);
        writer.WriteString("action"u8, call.Action.Name);
        writer.WriteString("region"u8, call.Region);
        writer.WriteString("language"u8, LanguageNames.Of(call.Language));
        writer.WriteString("secretId"u8, call.SecretId);
        writer.WriteNumber("appId"u8, entry.AppId);
        writer.WritePropertyName("parameters"u8);
        ParameterText.Write(writer, call.Parameters);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Reads one entry back.</summary>
    /// <exception cref="WorldStateException">It is malformed.</exception>
    public static JournalEntry ReadEntry(ReadOnlySpan<byte> bytes, ApiEdition edition, string path)
    {
        try
        {
            return Read(JsonSerializer.Deserialize(bytes, EntryShape) ?? throw new WorldStateException(path, "It is null."), edition, path);
        }
        catch (JsonException e)
        {
            throw new WorldStateException($"{path}, {SnapshotDocument.PathOf(e)}", SnapshotDocument.Explain(e));
        }
    }

    private static WorldState StateOf(Snapshot beginning)
    {
        try
        {
            return beginning.ToState();
        }
        catch (WorldStateException fault)
        {
            throw new WorldStateException($"beginning.{fault.Path}", fault.Message);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new WorldStateException("beginning", "A member that has to be there is null, or comes twice.");
        }
    }

    private static EntryDocument Write(JournalEntry entry) => new()
    {
        Number = entry.Number,
        Outside = entry.Outside,
        Call = entry.Call is { } call
            ? new CallDocument
            {
                Action = call.Action.Name,
                Region = call.Region,
                Language = LanguageNames.Of(call.Language),
                SecretId = call.SecretId,
                AppId = entry.AppId,
                Parameters = EntryText.ParametersOf(call),
            }
            : null,
        Command = entry.Command is { } command ? Commands.Write(command) : null,
        Refusal = entry.HasEntered ? null : entry.Error,
        Fault = entry.Fault is { } fault ? new FaultDocument(fault.Rules, fault.Word) : null,
        Answer = EntryText.AnswerOf(entry),
    };

    private static JournalEntry Read(EntryDocument entry, ApiEdition edition, string path)
    {
        if (entry.Call is null == entry.Command is null)
        {
            throw new WorldStateException(path, "Exactly one of `call` and `command` is needed.");
        }

        if (entry.Command is { } command)
        {
            return new JournalEntry
            {
                Number = entry.Number,
                Outside = entry.Outside,
                HasEntered = true,
                HasChanged = true,
                Command = Commands.Read(command, $"{path}.command"),
            };
        }

        var read = new JournalEntry
        {
            Number = entry.Number,
            Outside = entry.Outside,
            HasEntered = entry.Refusal is null,
            HasChanged = true,
            AppId = entry.Call!.AppId,
            Error = entry.Refusal,
            Call = Read(entry.Call, entry.Refusal is null, edition, $"{path}.call"),
        };
        if (entry.Answer is { } answer)
        {
            read.Complete(KeptAnswer.Of(Compact(answer), read.RequestId, last: null), TimeSpan.Zero);
        }

        return read;
    }

    private static Call Read(CallDocument call, bool entered, ApiEdition edition, string path)
    {
        if (!SupportedActions.ByName.TryGetValue(call.Action, out var action))
        {
            throw new WorldStateException($"{path}.action", $"There is no action '{call.Action}'.");
        }

        if (call.Language is not (LanguageNames.English or LanguageNames.Chinese))
        {
            throw new WorldStateException($"{path}.language", $"'{call.Language}' is not {LanguageNames.English} or {LanguageNames.Chinese}.");
        }

        if (call.Parameters.ValueKind != JsonValueKind.Object)
        {
            throw new WorldStateException($"{path}.parameters", "It is no object.");
        }

        var parameters = CallParameters.OfSent(Compact(call.Parameters));
        if (entered)
        {
            var fault = RequestBinder.BindRecorded(action, edition, parameters.Sent, out var arguments);
            parameters = fault is null ? CallParameters.Of(arguments) : throw new WorldStateException($"{path}.parameters", fault.Message);
        }

        return new Call(action, call.SecretId, call.SecretId, call.AppId, call.Region, LanguageNames.Read(call.Language), parameters, Fault: null);
    }

    /// <summary>As the API writes it: a difference in layout is none.</summary>
    private static byte[] Compact(JsonElement element)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Compactly))
        {
            element.WriteTo(writer);
        }

        return json.WrittenSpan.ToArray();
    }

    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(RecordDocument))]
    private sealed partial class RecordJson : JsonSerializerContext;
}
