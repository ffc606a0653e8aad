namespace EdgeZone.Emulator.Testing;

/// <summary>How often.</summary>
/// <param name="Least">At least so often.</param>
/// <param name="Most">At most so often; null for any number.</param>
public sealed record Times(int Least, int? Most)
{
    /// <summary>Not at all.</summary>
    public static Times Never { get; } = new(0, 0);

    /// <summary>Exactly once.</summary>
    public static Times Once { get; } = new(1, 1);

    /// <summary>Once or more.</summary>
    public static Times AtLeastOnce { get; } = new(1, null);

    /// <summary>Exactly so often.</summary>
    public static Times Exactly(int times) => new(times, times);

    /// <summary>So often or more.</summary>
    public static Times AtLeast(int times) => new(times, null);

    /// <summary>So often or less.</summary>
    public static Times AtMost(int times) => new(0, times);

    /// <summary>In words, for instance <c>at least 2 times</c>.</summary>
    public override string ToString() => (Least, Most) switch
    {
        (0, 0) => "never",
        (1, 1) => "once",
        (1, null) => "at least once",
        (_, null) => $"at least {Least} times",
        (0, _) => $"at most {Most} times",
        _ when Least == Most => $"exactly {Least} times",
        _ => $"{Least} to {Most} times",
    };

    internal bool Include(int count) => count >= Least && (Most is null || count <= Most);
}
