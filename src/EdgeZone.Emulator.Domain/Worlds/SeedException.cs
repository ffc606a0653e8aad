namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>A seed contradicts itself.</summary>
/// <param name="place">Where in it, for instance <c>PublicNetworks[0].Ips[1]</c>.</param>
/// <param name="reason">Why, as words that follow the place.</param>
public sealed class SeedException(string place, string reason) : Exception($"{place} {reason}.")
{
    /// <summary>Where in the seed.</summary>
    public string Place { get; } = place;

    /// <summary>Why, as words that follow the place.</summary>
    public string Reason { get; } = reason;
}
