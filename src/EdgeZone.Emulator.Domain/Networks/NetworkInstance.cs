using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>What private and public networks have in common. Only its name can be changed.</summary>
internal abstract class NetworkInstance(NetworkId id, long appId, ZoneCode zone, string name, long sequence, DateTimeOffset createdAt, DateTimeOffset updatedAt)
{
    /// <summary>Its id.</summary>
    public NetworkId Id { get; } = id;

    /// <summary>The account it belongs to.</summary>
    public long AppId { get; } = appId;

    /// <summary>Code of its zone.</summary>
    public ZoneCode Zone { get; } = zone;

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Place in the order of creation; tells apart what was created in the same second.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; } = updatedAt;

    /// <summary>How many servers are attached; one being wiped is not any more.</summary>
    public int ServerCount { get; private set; }

    /// <summary>Takes over how many servers another one has.</summary>
    protected void AttachAsManyAs(NetworkInstance other) => ServerCount = other.ServerCount;

    /// <summary>One server more.</summary>
    public void Attach() => ServerCount++;

    /// <summary>One server less.</summary>
    public void Detach() => ServerCount--;

    /// <summary>Changes the name.</summary>
    public void Rename(string name, DateTimeOffset now) => (Name, UpdatedAt) = (name, now);
}
