namespace EdgeZone.Emulator.Testing;

/// <summary>What is wrong with code that was explored.</summary>
public enum ExploreFindingKind
{
    /// <summary>It reports success and believes in what is not there, or does not run.</summary>
    Lie,

    /// <summary>It reports success and holds more than it wanted.</summary>
    Duplicate,

    /// <summary>It reports failure and leaves things behind.</summary>
    Leak,

    /// <summary>It does not come to an end.</summary>
    Endless,

    /// <summary>A signal ended it; not of code in the test's own process.</summary>
    Crash,

    /// <summary>The judge of <see cref="ExploreOptions.Oracle"/> objects.</summary>
    Oracle,
}
