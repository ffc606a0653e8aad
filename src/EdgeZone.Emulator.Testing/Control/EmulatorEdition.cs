namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Which generation of the published contract the emulator speaks.</summary>
public enum EmulatorEdition
{
    /// <summary>The contract of the international site.</summary>
    International,

    /// <summary>The newer contract of the mainland site.</summary>
    Mainland,

    /// <summary>Everything that either accepts; where they contradict each other the international one wins.</summary>
    Union,
}
