namespace EdgeZone.Emulator.Settings;

/// <summary>What a host may be called.</summary>
internal static class HostNames
{
    /// <summary>Names of services may have an underscore, though names of hosts have none.</summary>
    public static bool IsHostName(string name) =>
        name.Replace('_', '-') is var host && !host.StartsWith('-') && Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii);
}
