namespace EdgeZone.Emulator.Seed;

/// <summary>A value of a seed's file is wrong.</summary>
/// <param name="path">Where it stands, for instance <c>$.zones[0].code</c>.</param>
/// <param name="what">What is wrong with it, as words that follow the path.</param>
internal sealed class SeedFileException(string path, string what) : Exception($"The value at {path} {what}.");
