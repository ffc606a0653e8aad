using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Certificates;
using EdgeZone.Emulator.Tests.Hosting;

namespace EdgeZone.Emulator.Tests.CommandLine;

/// <summary>The command that says what to trust.</summary>
public sealed class CaCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_emulator_that_runs_is_asked()
    {
        using var emulator = await EmulatorProgram.StartAsync([]);
        var file = Path.Combine(_directory, "ca.pem");

        var printed = await EmulatorRun.OfAsync(["ca", $"--urls={emulator.Endpoint}"]);
        var written = await EmulatorRun.OfAsync(["ca", "--out", file, $"--urls={emulator.Endpoint}"]);

        Assert.Equal((0, 0, ""), (printed.ExitCode, written.ExitCode, printed.Error + written.Error + written.Output));
        Assert.StartsWith("CN=EdgeZone.Emulator ", X509Certificate2.CreateFromPem(printed.Output).Subject);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task One_that_is_kept_can_be_had_before_the_first_start()
    {
        var printed = await EmulatorRun.OfAsync(["ca", $"--Emulator:Https:Directory={_directory}"]);

        Assert.Equal(0, printed.ExitCode);
        Assert.Equal(printed.Output, KeptAuthority.Open(_directory, DateTimeOffset.UtcNow).Pem);
    }

    [Fact]
    public async Task Where_nothing_runs_and_what_cannot_be_is_said()
    {
        (await EmulatorRun.OfAsync(["ca", "--urls=http://127.0.0.1:1"])).Refusal(69);
        (await EmulatorRun.OfAsync(["ca", "--bogus"])).Refusal(64);
        Assert.Contains("Https:Key", (await EmulatorRun.OfAsync(["ca", "--Emulator:Https:Certificate=x"])).Refusal(78));
        Assert.Contains(
            $"'{_directory}'", (await EmulatorRun.OfAsync(["ca", "--out", _directory, $"--Emulator:Https:Directory={_directory}"])).Refusal(73));
    }
}
