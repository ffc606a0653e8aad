using System.Diagnostics;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>A pipe with a name, as <c>mkfifo</c> makes it: whoever opens it waits for the other end.</summary>
internal sealed class NamedPipe : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    public NamedPipe()
    {
        Path = System.IO.Path.Combine(_directory.FullName, "pipe");
        using var maker = Process.Start("mkfifo", [Path]);
        maker.WaitForExit();
    }

    public string Path { get; }

    /// <summary>Opens the end that is written to, once somebody reads from the other one.</summary>
    public Task<FileStream> OpenAsync() => Task.Run(() => new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));

    /// <summary>Writes all that is to be read.</summary>
    public async Task WriteAsync(string text)
    {
        await using var end = await OpenAsync();
        await using var writer = new StreamWriter(end);
        await writer.WriteAsync(text);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
