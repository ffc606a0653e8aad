using System.Diagnostics;

namespace EdgeZone.Emulator.Benchmarks.Hosts;

/// <summary>The emulator and the bare host, built the same way.</summary>
/// <param name="Kind">How they were built.</param>
/// <param name="Emulator">The emulator's executable.</param>
/// <param name="Bare">The bare host's executable.</param>
internal sealed record HostPair(string Kind, string Emulator, string Bare)
{
    private const string EmulatorProject = "src/EdgeZone.Emulator";
    private const string BareProject = "tests/EdgeZone.Emulator.Benchmarks.BareHost";

    public bool IsNative => Kind == "native";

    /// <summary>The ordinary build that came along with this project's.</summary>
    public static HostPair Jit() => new("JIT", Built(EmulatorProject), Built(BareProject));

    /// <summary>Publishes both as native binaries; takes a minute or two and needs clang.</summary>
    public static HostPair PublishNative() => new("native", Publish(EmulatorProject), Publish(BareProject));

    private static string Built(string project) =>
        Path.Combine(Repository.Root, project, "bin", "Release", "net10.0", Path.GetFileName(project));

    private static string Publish(string project)
    {
        var name = Path.GetFileName(project);
        var folder = Repository.Folder($"native/{name}");
        Console.Error.WriteLine($"publishing {name} …");
        var rid = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

        // Under a path of its own, or the ordinary build beside it would have to be restored again.
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(Repository.Root, project), "-c", "Release", "-r", rid, "-o", folder,
                "--artifacts-path", Repository.Folder("build"), "-v", "quiet",
            },
            RedirectStandardOutput = true,
        })!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(folder, name) : throw new InvalidOperationException($"{name} was not published:\n{output}");
    }
}
