using System.Text.Json;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Seed;

/// <summary>Loads the built-in seed, or the file that replaces it (<c>Emulator:Seed</c>), and says in one line what is wrong with a bad one.</summary>
internal static class SeedLoader
{
    /// <summary>The largest file in bytes; without an end a device such as <c>/dev/zero</c> would take all memory.</summary>
    internal const int LargestFile = 64 << 20;

    private const string BuiltIn = "seed/default.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SettingsException">The file cannot be read, or a value in it is wrong; the message has its path.</exception>
    public static WorldSeed Load(EmulatorSettings settings)
    {
        var path = settings.Seed;
        try
        {
            using var file = path is null ? typeof(SeedLoader).Assembly.GetManifestResourceStream(BuiltIn)! : File.OpenRead(path);
            using var content = Content(file);
            using var document = JsonDocument.Parse(content, Lenient);
            return SeedReader.Read(document.RootElement, settings.Sandboxes.Machines);
        }
        catch (Exception e) when (e is SeedFileException or JsonException
            or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException(OneLine($"Emulator:Seed: {path ?? BuiltIn}: {Explain(e, path)}"));
        }
    }

    private static MemoryStream Content(Stream file)
    {
        var content = new MemoryStream();
        var piece = new byte[80 << 10];
        for (var length = file.Read(piece); length > 0; length = file.Read(piece))
        {
            if (content.Length + length > LargestFile)
            {
                throw new IOException($"It is larger than {LargestFile >> 20} MiB.");
            }

            content.Write(piece, 0, length);
        }

        content.Position = 0;
        return content.Length > 0 ? content : throw new IOException("It is empty.");
    }

    private static string Explain(Exception e, string? path) => e switch
    {
        // The reader counts from 0, editors from 1; its own words for the place come last.
        JsonException json => $"It is no JSON, at line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}: {json.Message.Split(" LineNumber: ")[0]}",
        _ when Directory.Exists(path) => "It is a directory, not a file.",
        FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
        UnauthorizedAccessException => "It may not be read.",
        _ => e.Message,
    };

    // Names and values of the file stand in it as they are.
    private static string OneLine(string text) => string.Concat(text.Select(
        letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? $"\\u{(int)letter:x4}" : letter.ToString()));
}
