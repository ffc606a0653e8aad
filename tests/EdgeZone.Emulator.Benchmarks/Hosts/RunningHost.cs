using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Hosts;

/// <summary>One of the two hosts as a process of its own, from its start to its first answered CreateInstances.</summary>
internal sealed class RunningHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private RunningHost(Process process, int port, TimeSpan firstAnswer) => (_process, Port, FirstAnswer) = (process, port, firstAnswer);

    public int Port { get; }

    /// <summary>How long it took from the process's start to the first complete answer.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Starts the host and returns when it has answered a signed CreateInstances.</summary>
    public static RunningHost Start(string executable, params string[] args)
    {
        var port = FreePort();

        // Through a shell that becomes the host: what it logs must go somewhere that costs nothing and never fills up.
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec \"$@\" >/dev/null 2>&1", "sh", executable, "--urls", $"http://127.0.0.1:{port}" },
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        var stopwatch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        while (!Answers(port))
        {
            if (process.HasExited || stopwatch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{executable} {string.Join(' ', args)} never answered.");
            }

            Thread.Sleep(1);
        }

        return new RunningHost(process, port, stopwatch.Elapsed);
    }

    /// <summary>The physical memory it occupies, in MiB.</summary>
    public double ResidentMiB()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>The processor time it has used so far.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool Answers(int port)
    {
        try
        {
            using var connection = new RawConnection(port);
            var answer = connection.Call(SignedCall.CreateInstances(1));
            return answer.AsSpan().IndexOf("InstanceIdSet"u8) > 0
                ? true
                : throw new InvalidOperationException($"The first call was refused: {System.Text.Encoding.UTF8.GetString(answer)}");
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
