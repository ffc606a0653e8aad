namespace EdgeZone.Emulator.Exploring;

/// <summary>What is wrong with a program.</summary>
internal enum FindingKind
{
    /// <summary>It reports success and believes in what is not there, or does not run.</summary>
    Lie,

    /// <summary>It reports success and holds more than it wanted.</summary>
    Duplicate,

    /// <summary>It reports failure and leaves things behind.</summary>
    Leak,

    /// <summary>It does not come to an end.</summary>
    Endless,

    /// <summary>A signal ended it.</summary>
    Crash,

    /// <summary>The user's own judge objects.</summary>
    Oracle,
}
