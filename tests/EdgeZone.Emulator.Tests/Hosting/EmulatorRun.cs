using System.Diagnostics;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>A run of the program that ends by itself, and what it left.</summary>
internal sealed record EmulatorRun(int ExitCode, string Output, string Error)
{
    /// <summary>The program that the tests were built with.</summary>
    public static string Program => typeof(EmulatorAssembly).Assembly.Location;

    private static string Runtime => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<EmulatorRun> OfAsync(string[] arguments, params (string Name, string Value)[] environment) =>
        OfAsync(Program, arguments, environment);

    /// <summary>The same of a program that is somewhere else.</summary>
    public static Task<EmulatorRun> OfAsync(string program, string[] arguments, params (string Name, string Value)[] environment) =>
        OfAsync(Start(Runtime, [program, .. arguments], environment));

    /// <summary>The same with a standard output that was closed before the program began.</summary>
    public static Task<EmulatorRun> OfClosedOutputAsync(params string[] arguments) =>
        OfAsync(Start("/bin/sh", ["-c", """exec "$0" "$@" >&-""", Runtime, Program, .. arguments], []));

    /// <summary>Starts it, both of its streams to be read.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment) =>
        Start(Runtime, [Program, .. arguments], environment);

    private static async Task<EmulatorRun> OfAsync(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new EmulatorRun(process.ExitCode, await output, error);
        }
    }

    private static Process Start(string file, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>It refused to start: nothing on standard output, one line on standard error.</summary>
    public string Refusal(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"{ExitCode}: {Error}");
        Assert.Empty(Output);
        Assert.StartsWith("EdgeZone.Emulator: ", Error);
        Assert.Equal(Error.Length - 1, Error.IndexOf('\n', StringComparison.Ordinal));
        return Error.TrimEnd();
    }
}
