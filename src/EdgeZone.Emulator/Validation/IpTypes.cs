using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Validation;

/// <summary>
/// The words for the two families of addresses: <c>ipv4</c> and <c>ipv6</c> in requests, in any case; <c>Ipv4</c> and <c>Ipv6</c> in answers.
/// </summary>
internal static class IpTypes
{
    /// <summary>Both words, for a message.</summary>
    public const string Known = "ipv4, ipv6";

    public static bool IsKnown(string word) => IsIpv4(word) || word.Equals("ipv6", StringComparison.OrdinalIgnoreCase);

    /// <summary>The family of a word that was checked.</summary>
    public static IpFamily ToFamily(string word) => IsIpv4(word) ? IpFamily.Ipv4 : IpFamily.Ipv6;

    public static string Of(IpFamily family) => family == IpFamily.Ipv4 ? "Ipv4" : "Ipv6";

    private static bool IsIpv4(string word) => word.Equals("ipv4", StringComparison.OrdinalIgnoreCase);
}
