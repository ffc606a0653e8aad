namespace EdgeZone.Emulator.Proxy;

/// <summary>What becomes of a request to a proxy.</summary>
internal enum ProxyVerdict
{
    /// <summary>The emulator answers it itself.</summary>
    Answer,

    /// <summary>It is let pass to where it wants to go.</summary>
    Pass,

    /// <summary>It goes nowhere.</summary>
    Refuse,
}
