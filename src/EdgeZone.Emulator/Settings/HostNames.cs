namespace EdgeZone.Emulator.Settings;

/// <summary>What a host may be called.</summary>
internal static class HostNames
{
    /// <summary>Names that the public name system never answers for. https://www.rfc-editor.org/rfc/rfc6761, rfc6762, rfc8375, and ICANN's .internal</summary>
    private static readonly string[] PrivateDomains = [".localhost", ".local", ".internal", ".test", ".home.arpa"];

    /// <summary>Names of services may have an underscore, though names of hosts have none.</summary>
    public static bool IsHostName(string name) =>
        name.Replace('_', '-') is var host && !host.StartsWith('-') && Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii);

    /// <summary>Whether nobody else's name server can give this name to a machine: one without dots, or in a domain that is nobody's.</summary>
    public static bool IsPrivate(string name) =>
        !name.Contains('.', StringComparison.Ordinal) || PrivateDomains.Any(domain => name.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
