namespace EdgeZone.Emulator.Tests;

/// <summary>A file of this repository that a test could write itself: it says what stands somewhere else already.</summary>
internal static class ExpectedFile
{
    /// <summary>The lines of an embedded file.</summary>
    public static string[] Read(string name)
    {
        using var file = new StreamReader(typeof(ExpectedFile).Assembly.GetManifestResourceStream(name)!);
        return file.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>Fails when the lines differ, and leaves the file as it shall be beside the tests, so that nobody has to write it by hand.</summary>
    public static void Compare(string name, string[] lines, string[] expected)
    {
        if (expected.SequenceEqual(lines))
        {
            return;
        }

        var path = Path.Combine(AppContext.BaseDirectory, name);
        File.WriteAllText(path, string.Join('\n', expected));
        var line = lines.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"""
            {name}, line {line + 1}, is not what it is made from.
            It is:       {lines.ElementAtOrDefault(line)}
            It shall be: {expected.ElementAtOrDefault(line)}
            The whole file as it shall be: {path}
            """);
    }
}
