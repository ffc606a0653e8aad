using System.Reflection;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.ControlPlane;

namespace EdgeZone.Emulator.Tests.Testing.Control;

/// <summary>No test writes a path of the control plane by hand: the client knows them, and its list has them for those who send something else.</summary>
public class HandwrittenPathTests
{
    private const string Source = "source/";

    /// <summary>Says which paths there are, so that none changes unseen.</summary>
    private const string Exempt = $"{nameof(DocumentTests)}.cs";

    [Fact]
    public void Paths_come_from_the_list()
    {
        var sources = Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Source, StringComparison.Ordinal)).ToList();

        Assert.Equal([$"{Source}{Exempt}"], sources.Where(name => Read(name).Contains($"{ControlPlanePaths.Root}/", StringComparison.Ordinal)));
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
