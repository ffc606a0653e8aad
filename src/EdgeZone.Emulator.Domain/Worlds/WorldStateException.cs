namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>A state that no sandbox can be in.</summary>
/// <param name="path">The place of the fault, for instance <c>instances[3].zone</c>.</param>
/// <param name="message">One sentence that says what is wrong with it.</param>
public sealed class WorldStateException(string path, string message) : Exception(message)
{
    /// <summary>The place of the fault.</summary>
    public string Path { get; } = path;
}
