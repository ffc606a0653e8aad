using System.Reflection;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Whether the emulator is a guest in somebody else's process, a test's, where the surroundings are not its own.</summary>
internal static class Embedding
{
    public static bool IsEmbedded { get; } = Assembly.GetEntryAssembly() != typeof(Embedding).Assembly;

    /// <summary>
    /// Where files of the host are looked for: beside the program, or, for a guest, where there are none. A guest that looked beside the
    /// program would read, and stumble over, its host's appsettings.json.
    /// </summary>
    public static string ContentRoot => IsEmbedded ? Path.GetTempPath() : AppContext.BaseDirectory;
}
