using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>The emulator as a process of its own, whose standard output is read only as far as a test reads it.</summary>
internal sealed partial class EmulatorProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private EmulatorProgram(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    /// <summary>Starts one on a free port.</summary>
    /// <param name="settings">Settings as they stand on a command line, <c>Auth:Mode=Strict</c>.</param>
    /// <param name="environment">Variables for the runtime.</param>
    public static async Task<EmulatorProgram> StartAsync(string[] settings, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { typeof(EmulatorAssembly).Assembly.Location, "--urls=http://127.0.0.1:0" },
            RedirectStandardOutput = true,
        };
        foreach (var setting in settings)
        {
            start.ArgumentList.Add($"--Emulator:{setting}");
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
                ?? throw new InvalidOperationException("It ended before it said where it listens.");
            if (Announced().Match(line) is { Success: true } announced)
            {
                return new EmulatorProgram(process, new Uri(announced.Groups["address"].Value));
            }
        }
    }

    /// <summary>The TCP sockets that it has, by their local port and state, as the system tells of them.</summary>
    public IReadOnlyList<(int LocalPort, string State)> Sockets()
    {
        var own = Directory.GetFiles($"/proc/{_process.Id}/fd").Select(file => new FileInfo(file).LinkTarget ?? "").ToHashSet();
        return
        [
            .. new[] { "tcp", "tcp6" }.SelectMany(table => File.ReadLines($"/proc/{_process.Id}/net/{table}").Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(parts => own.Contains($"socket:[{parts[9]}]"))
                .Select(parts => (Convert.ToInt32(parts[1].Split(':')[1], 16), parts[3])),
        ];
    }

    /// <summary>The next line of the log. It waits for one.</summary>
    public async Task<string> ReadLogLineAsync()
    {
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("There is no further line.");
            if (!AnnouncementLine().IsMatch(line))
            {
                return line;
            }
        }
    }

    /// <summary>Asks it to stop, as a container engine does, and waits until it is gone.</summary>
    public async Task<int> StopAsync()
    {
        using (Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }

        return _process.ExitCode;
    }

    /// <summary>What is left of the output of one that has stopped.</summary>
    public Task<string> ReadRestAsync() => _process.StandardOutput.ReadToEndAsync();

    /// <summary>Ends it with no chance to do anything more.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex("^  API +(?<address>http://[^ ]+)$")]
    private static partial Regex Announced();

    [GeneratedRegex("^  [A-Z]")]
    private static partial Regex AnnouncementLine();
}
