using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>Writes sandboxes as JSON, always in the same order, and reads them back.</summary>
internal static partial class SnapshotDocument
{
    private static readonly JsonTypeInfo<Snapshot> Compact = Shape(indented: false);
    private static readonly JsonTypeInfo<Snapshot> Indented = Shape(indented: true);

    /// <summary>The options that a snapshot need not have.</summary>
    private static readonly string[] Newer =
        [JsonNamingPolicy.CamelCase.ConvertName(nameof(WorldOptions.MaximumFaults)), JsonNamingPolicy.CamelCase.ConvertName(nameof(WorldOptions.NamedFaults))];

    /// <summary>The document; indented it can be compared line by line.</summary>
    public static byte[] Write(WorldState state, bool indented = false) =>
        JsonSerializer.SerializeToUtf8Bytes(Snapshot.Of(state), indented ? Indented : Compact);

    /// <summary>Writes the document where there is room for it: that of a large world is copied with each array that it outgrows.</summary>
    public static void Write(IBufferWriter<byte> output, WorldState state)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Compact.Options.Encoder });
        JsonSerializer.Serialize(writer, Snapshot.Of(state), Compact);
    }

    /// <exception cref="WorldStateException">The document is malformed, or what it says contradicts itself.</exception>
    public static WorldState Read(ReadOnlySpan<byte> document)
    {
        try
        {
            RequireNoNullItems(document);
            return StateOf(JsonSerializer.Deserialize(document, Compact));
        }
        catch (Exception e) when (IsFault(e))
        {
            throw FaultOf(e);
        }
    }

    /// <summary>Reads a document of our own a piece at a time: however large it is, it need not be in memory as a whole.</summary>
    /// <exception cref="WorldStateException">It is not what was written.</exception>
    public static WorldState Read(Stream document)
    {
        try
        {
            return StateOf(JsonSerializer.Deserialize(document, Compact));
        }
        catch (Exception e) when (IsFault(e))
        {
            throw FaultOf(e);
        }
    }

    /// <summary>The serializer takes a null in a list for whatever the list is of.</summary>
    /// <exception cref="WorldStateException">There is one.</exception>
    public static void RequireNoNullItems(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        var lists = 0UL;
        while (reader.Read())
        {
            lists = reader.TokenType switch
            {
                JsonTokenType.StartArray => (lists << 1) | 1,
                JsonTokenType.StartObject => lists << 1,
                JsonTokenType.EndArray or JsonTokenType.EndObject => lists >> 1,
                JsonTokenType.Null when (lists & 1) == 1 => throw new WorldStateException("$", $"There is a null in a list, at byte {reader.TokenStartIndex}."),
                _ => lists,
            };
        }
    }

    /// <summary>Where in a document a fault is.</summary>
    public static string PathOf(JsonException exception) =>
        exception.Path is null or "$" ? "$" : exception.Path.StartsWith("$.", StringComparison.Ordinal) ? exception.Path[2..] : exception.Path;

    /// <summary>What the fault is. The serializer's own sentences name types that mean nothing to whoever wrote the document.</summary>
    public static string Explain(JsonException exception)
    {
        if (exception.InnerException is FormatException format)
        {
            return format.Message;
        }

        return exception.Message.Contains("missing required", StringComparison.Ordinal)
            ? $"A member is missing: {exception.Message[(exception.Message.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(". ")[0].Trim().TrimEnd('.')}."
            : exception.Message.Contains("could not be mapped", StringComparison.Ordinal)
                ? "There is no such member."
                : "The value is not of the kind that belongs here.";
    }

    private static WorldState StateOf(Snapshot? snapshot) => (snapshot ?? throw new WorldStateException("$", "It is no snapshot but null.")).ToState();

    private static bool IsFault(Exception fault) => fault is JsonException or ArgumentException or NullReferenceException or InvalidOperationException;

    private static WorldStateException FaultOf(Exception fault) => fault is JsonException malformed
        ? new WorldStateException(PathOf(malformed), Explain(malformed))
        : new WorldStateException("$", "A member that has to be there is null, or comes twice.");

    private static JsonTypeInfo<Snapshot> Shape(bool indented) => (JsonTypeInfo<Snapshot>)Options(SnapshotJson.Default, indented).GetTypeInfo(typeof(Snapshot));

    /// <summary>How documents about sandboxes are written and read: always in the same order, and nothing in them that means nothing.</summary>
    public static JsonSerializerOptions Options(IJsonTypeInfoResolver shapes, bool indented) => new()
    {
        TypeInfoResolver = shapes.WithAddedModifier(RequireAll).WithAddedModifier(LeaveOutNulls),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        Converters =
        {
            new SubnetConverter(),
            new WholeNumberConverter(),
            new TextConverter<ZoneCode>(text => new ZoneCode(text)),
            new TextConverter<InstanceId>(text => new InstanceId(text)),
            new TextConverter<NetworkId>(text => new NetworkId(text)),
            Words<ClockMode>(),
            Words<InstanceStatus>(),
            Words<OperateStatus>(),
            Words<ProvisioningStep>(),
            Words<RouteMode>(),
            Words<ApiEdition>(),
            Words<DroppedPart>(),
            Words<AnswerDamage>(),
            Words<MachineFault>(),
            Words<ProvisioningPhase>(),
            Words<PhaseOutcome>(),
        },
    };

    // What has a default in the engine would otherwise be nothing at all where it is left out.
    private static void RequireAll(JsonTypeInfo type)
    {
        if (type.Type == typeof(WorldOptions))
        {
            // What older snapshots lack has the default that it had when they were written.
            foreach (var property in type.Properties.Where(property => !Newer.Contains(property.Name)))
            {
                property.IsRequired = true;
            }
        }
    }

    // Of a rule only what it says.
    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        if (type.Type.Namespace == typeof(FaultRule).Namespace)
        {
            foreach (var property in type.Properties)
            {
                property.ShouldSerialize = (_, value) => value is not null;
            }
        }
    }

    private static JsonStringEnumConverter<T> Words<T>() where T : struct, Enum => new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(Snapshot))]
    private sealed partial class SnapshotJson : JsonSerializerContext;
}
