namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What of the machines of a type in a zone is to change; at least one member, and what is null stays as it is.</summary>
public sealed record StockChange
{
    /// <summary>How many machines are to be free. Bound ones and those being wiped stay.</summary>
    public int? Free { get; init; }

    /// <summary>The quota of every account of the sandbox; 0 for no limit.</summary>
    public long? Quota { get; init; }
}
