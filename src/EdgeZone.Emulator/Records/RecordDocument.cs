using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Clocks;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Snapshots;

namespace EdgeZone.Emulator.Records;

/// <summary>The record of a sandbox as a document: what it began as, and every call and command since.</summary>
internal sealed record RecordDocument
{
    /// <summary>The version of what is written here; another one is not read.</summary>
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    /// <summary>The version of the emulator that wrote it, for whoever reads it.</summary>
    public required string Engine { get; init; }

    public required ApiEdition Edition { get; init; }

    public required Snapshot Beginning { get; init; }

    public required IReadOnlyList<EntryDocument> Entries { get; init; }
}

/// <summary>A call or a command: what the sandbox could not know by itself, and, of a call, what it answered.</summary>
internal sealed record EntryDocument
{
    public required long Number { get; init; }

    /// <summary>The time outside at which it was its turn.</summary>
    public required DateTimeOffset Outside { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallDocument? Call { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CommandDocument? Command { get; init; }

    /// <summary>Why the call never got into the world.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiError? Refusal { get; init; }

    /// <summary>What fault rules did to the call, for whoever reads it: they do it again when it is played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultDocument? Fault { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Answer { get; init; }
}

/// <summary>A call, its secrets masked.</summary>
internal sealed record CallDocument
{
    public required string Action { get; init; }

    public required string Region { get; init; }

    public required string Language { get; init; }

    public required string SecretId { get; init; }

    public required long AppId { get; init; }

    public required JsonElement Parameters { get; init; }
}

/// <summary>What fault rules did to a call.</summary>
/// <param name="Rules">The ids of those that fired.</param>
/// <param name="What">What happened, in a word.</param>
internal sealed record FaultDocument(IReadOnlyList<string> Rules, string What);

/// <summary>A command of the control plane; exactly one member is there.</summary>
internal sealed record CommandDocument
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SetClock? SetClock { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdvanceDocument? AdvanceClock { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SetStock? SetStock { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultRule? AddFault { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultRule? ReplaceFault { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RemoveFault { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ClearFaults { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SetInstance? SetInstance { get; init; }
}

/// <summary>How far the clock is moved; exactly one member is there.</summary>
internal sealed record AdvanceDocument
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? By { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UntilIdle { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UntilNextEvent { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UntilNoneAllocating { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InstanceId? UntilAllocated { get; init; }
}
