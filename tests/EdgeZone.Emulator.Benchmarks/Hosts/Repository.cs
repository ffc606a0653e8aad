namespace EdgeZone.Emulator.Benchmarks.Hosts;

/// <summary>Where the projects are and where what is measured may be put.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A folder under <c>artifacts</c>, which is not tracked.</summary>
    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "benchmarks", name)).FullName;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EdgeZone.Emulator.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The benchmarks run from a build inside the repository.");
    }
}
