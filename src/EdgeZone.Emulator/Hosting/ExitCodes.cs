namespace EdgeZone.Emulator.Hosting;

/// <summary>How the process ends, by the numbers of <c>sysexits.h</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command line has something on it that there is not (<c>EX_USAGE</c>).</summary>
    public const int BadUsage = 64;

    /// <summary>The address is taken or not ours to take (<c>EX_UNAVAILABLE</c>).</summary>
    public const int CannotListen = 69;

    /// <summary>Nobody answers there (<c>EX_UNAVAILABLE</c>).</summary>
    public const int Unreachable = 69;

    /// <summary>Something happened that nobody foresaw (<c>EX_SOFTWARE</c>).</summary>
    public const int Unforeseen = 70;

    /// <summary>A file cannot be written (<c>EX_CANTCREAT</c>).</summary>
    public const int CannotWrite = 73;

    /// <summary>A setting is bad (<c>EX_CONFIG</c>).</summary>
    public const int BadSetting = 78;
}
