using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Snapshots;

namespace EdgeZone.Emulator.Keeping;

/// <summary>How a sandbox began, as it is kept; with the entries after it, it tells all of the sandbox.</summary>
internal sealed partial record KeptBeginning
{
    private static readonly JsonTypeInfo<KeptBeginning> Shape =
        (JsonTypeInfo<KeptBeginning>)SnapshotDocument.Options(KeptJson.Default, indented: false).GetTypeInfo(typeof(KeptBeginning));

    public required SandboxTerms Terms { get; init; }

    public required long HomeAccount { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it began from the seed, and not as another sandbox or a snapshot.</summary>
    public required bool FromSeed { get; init; }

    public required DateTimeOffset? Expires { get; init; }

    public required IReadOnlyList<IssuedKey> Keys { get; init; }

    /// <summary>The world as it was when it was first kept.</summary>
    public required Snapshot World { get; init; }

    public static byte[] Write(Sandbox sandbox) => JsonSerializer.SerializeToUtf8Bytes(
        new KeptBeginning
        {
            Terms = sandbox.Terms,
            HomeAccount = sandbox.Beginning.HomeAccount,
            At = sandbox.Beginning.At,
            FromSeed = sandbox.Beginning.State is null,
            Expires = sandbox.Expires,
            Keys = sandbox.Keys,
            World = Snapshot.Of(sandbox.Cloud.Save()),
        },
        Shape);

    /// <exception cref="WorldStateException">It cannot be read.</exception>
    public static KeptBeginning Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Shape) ?? throw new WorldStateException("$", "It is null.");
        }
        catch (JsonException e)
        {
            throw new WorldStateException(SnapshotDocument.PathOf(e), SnapshotDocument.Explain(e));
        }
    }

    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(KeptBeginning))]
    private sealed partial class KeptJson : JsonSerializerContext;
}
