namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>An address that was applied for, as it is kept under it.</summary>
/// <param name="Instance">Number of the instance it serves, <see cref="Nobody"/> when it is free.</param>
/// <param name="Created">When it was applied for, in ticks, UTC.</param>
/// <param name="Updated">When it was last bound or unbound, in ticks, UTC.</param>
internal readonly record struct AppliedRow(long Instance, long Created, long Updated)
{
    /// <summary>What stands in the place of an instance.</summary>
    public const long Nobody = -1;

    /// <summary>When it was applied for, UTC.</summary>
    public DateTimeOffset CreatedAt => new(Created, TimeSpan.Zero);

    /// <summary>When it was last bound or unbound, UTC.</summary>
    public DateTimeOffset UpdatedAt => new(Updated, TimeSpan.Zero);
}
