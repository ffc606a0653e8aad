namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>A directory of its own, gone afterwards.</summary>
internal sealed class TestDirectory : IDisposable
{
    public TestDirectory() => Name = Directory.CreateTempSubdirectory("edgezone-storage-").FullName;

    public string Name { get; }

    public string Database => File("edgezone.db");

    public string Log => File("edgezone.db-wal");

    public string Lock => File("edgezone.lock");

    public string File(string name) => Path.Combine(Name, name);

    /// <summary>The same files in another directory.</summary>
    public TestDirectory Copy()
    {
        var copy = new TestDirectory();
        foreach (var file in Directory.EnumerateFiles(Name))
        {
            System.IO.File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
