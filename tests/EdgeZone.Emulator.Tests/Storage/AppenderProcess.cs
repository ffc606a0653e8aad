using System.Diagnostics;
using System.Globalization;

namespace EdgeZone.Emulator.Tests.Storage;

/// <summary>A running <see cref="Appender"/>.</summary>
internal sealed class AppenderProcess : IDisposable
{
    private readonly Process _process;

    private AppenderProcess(Process process) => _process = process;

    /// <summary>The highest number that was acknowledged, by sandbox.</summary>
    public Dictionary<string, long> Acknowledged { get; } = [];

    public static AppenderProcess Start(TestDirectory directory, int callers, int limit = int.MaxValue)
    {
        string[] arguments = ["exec", typeof(Appender).Assembly.Location, "append", directory.Name, $"{callers}", $"{limit}"];
        return new AppenderProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!);
    }

    /// <summary>Reads on until that many more were acknowledged, or until the process has appended all that it was asked for.</summary>
    public async Task ReadAsync(int acknowledgements)
    {
        for (var read = 0; read < acknowledgements && await _process.StandardOutput.ReadLineAsync() is { } line && line != "done"; read++)
        {
            Note(line);
        }
    }

    /// <summary>Kills it at once, wherever it is, and reads what it had said before.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        foreach (var line in rest.Split('\n')[..^1])
        {
            Note(line);
        }
    }

    public void Dispose() => _process.Dispose();

    private void Note(string line)
    {
        if (line.Split(' ') is [var sandbox, var number])
        {
            var acknowledged = long.Parse(number, CultureInfo.InvariantCulture);
            Acknowledged[sandbox] = Math.Max(acknowledged, Acknowledged.GetValueOrDefault(sandbox));
        }
    }
}
