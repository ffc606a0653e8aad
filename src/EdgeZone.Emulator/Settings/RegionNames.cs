namespace EdgeZone.Emulator.Settings;

/// <summary>What a region looks like: <c>ap-guangzhou</c>, <c>na-siliconvalley</c>, <c>ap-shanghai-fsi</c>.</summary>
internal static class RegionNames
{
    private const int Longest = 64;

    public static bool IsWellFormed(string? region)
    {
        if (region is null or { Length: > Longest } || !char.IsAsciiLetterLower(region.FirstOrDefault()))
            return false;
        var parts = region.Split('-');
        return parts.Length >= 2 && Array.TrueForAll(parts, part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
    }
}
