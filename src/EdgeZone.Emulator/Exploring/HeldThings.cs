namespace EdgeZone.Emulator.Exploring;

/// <summary>Something that the program holds at its end.</summary>
/// <param name="Kind"><c>instance</c>, <c>privateNetwork</c>, <c>publicNetwork</c>, <c>ipv4</c> or <c>ipv6</c>.</param>
/// <param name="Id">Its id, or the address.</param>
/// <param name="Status">Of an instance; null for anything else.</param>
/// <param name="SinceCall">The number of the call that made it; null when that is not known.</param>
internal sealed record HeldThing(string Kind, string Id, string? Status, long? SinceCall)
{
    /// <summary>The kind of an instance.</summary>
    public const string Instance = "instance";

    /// <summary>Whether it is an instance whose installation hangs: everything that was due is done. Nobody can give such a one back.</summary>
    public bool Hangs => Kind == Instance && Status == "allocating";

    /// <summary>Whether it is an instance that could be given back and does not run.</summary>
    public bool IsBroken => Kind == Instance && Status != "running" && !Hangs;

    public override string ToString() =>
        $"{Kind} {Id}{(Status is null ? "" : $" ({Status})")}{(SinceCall is { } call ? $" since call {call}" : "")}";
}

/// <summary>All that the program holds at its end.</summary>
internal sealed record HeldThings(IReadOnlyList<HeldThing> Things)
{
    private static readonly string[] Kinds = [HeldThing.Instance, "privateNetwork", "publicNetwork", "ipv4", "ipv6"];

    /// <summary>How many there are of each kind that could be given back.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; } =
        Kinds.ToDictionary(kind => kind, kind => Things.Count(thing => thing.Kind == kind && !thing.Hangs));

    /// <summary>How many instances do not run.</summary>
    public int Broken => Things.Count(thing => thing.IsBroken);

    /// <summary>Whether there is anything that could be given back; an instance that hangs keeps its networks.</summary>
    public bool CouldBeGivenBack => Things.Any(thing => !thing.Hangs && (thing.Kind == HeldThing.Instance || !Things.Any(other => other.Hangs)));

    /// <summary>Whether there is more of any kind than another one holds.</summary>
    public bool IsMoreThan(HeldThings other) => Counts.Any(count => count.Value > other.Counts[count.Key]);

    /// <summary>Whether it is as much of every kind as another one holds, and no more of it broken.</summary>
    public bool IsLike(HeldThings other) => Broken <= other.Broken && Counts.All(count => count.Value == other.Counts[count.Key]);

    public override string ToString() => Things.Count == 0 ? "nothing" : string.Join(", ", Things);
}
