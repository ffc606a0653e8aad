using System.Buffers;

namespace EdgeZone.Emulator.Settings;

/// <summary>What a region looks like: <c>ap-guangzhou</c>, <c>na-siliconvalley</c>, <c>ap-shanghai-fsi</c>.</summary>
internal static class RegionNames
{
    private const int Longest = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    public static bool IsWellFormed(string? region)
    {
        if (region is null or "" or { Length: > Longest } || !char.IsAsciiLetterLower(region[0]) || !region.Contains('-', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var part in region.AsSpan().Split('-'))
        {
            if (region.AsSpan(part).IsEmpty || region.AsSpan(part).ContainsAnyExcept(Allowed))
            {
                return false;
            }
        }

        return true;
    }
}
