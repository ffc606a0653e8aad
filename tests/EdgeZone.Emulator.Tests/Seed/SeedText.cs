using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Seed;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Seed;

/// <summary>The built-in seed as text, and what becomes of a changed one.</summary>
internal static class SeedText
{
    /// <summary>The built-in seed.</summary>
    public static string BuiltIn { get; } = Read();

    /// <summary>Loads a seed and begins a sandbox with it.</summary>
    /// <param name="seed">The content of the file.</param>
    /// <param name="read">What to do with the loaded seed.</param>
    public static void Load(string seed, Action<WorldSeed>? read = null)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, seed);
            var world = SeedLoader.Load(new EmulatorSettings { Seed = path });
            _ = new EdgeCloud("default", world, new WorldOptions(), [1], TimeProvider.System);
            read?.Invoke(world);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The built-in seed with one piece of its text replaced.</summary>
    public static string With(string old, string replacement)
    {
        var at = BuiltIn.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return string.Concat(BuiltIn.AsSpan(0, at), replacement, BuiltIn.AsSpan(at + old.Length));
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(EmulatorAssembly).Assembly.GetManifestResourceStream("seed/default.json")!);
        return reader.ReadToEnd();
    }
}
