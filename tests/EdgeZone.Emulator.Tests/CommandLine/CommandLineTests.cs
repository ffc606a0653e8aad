using EdgeZone.Emulator.CommandLine;
using EdgeZone.Emulator.Tests.Hosting;

namespace EdgeZone.Emulator.Tests.CommandLine;

/// <summary>What everybody expects of a program that is called from a command line.</summary>
public class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_options()
    {
        var help = await EmulatorRun.OfAsync(["--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.Empty(help.Error);
        Assert.All(["--urls", "--Emulator:", "--health", "--version"], option => Assert.Contains(option, help.Output));
    }

    [Fact]
    public async Task Version_is_the_version_and_nothing_else()
    {
        var version = await EmulatorRun.OfAsync(["--version"]);

        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", version.Output);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--Emulater:Auth:Mode=Strict")]
    [InlineData("--urls")]
    public async Task What_there_is_not_is_named(string argument)
    {
        var refusal = (await EmulatorRun.OfAsync(["--urls=http://127.0.0.1:0", argument])).Refusal(64);

        Assert.Contains(argument, refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--urls=http://127.0.0.1:0 --Emulator:Auth:Mode=Strict")]
    [InlineData("--urls http://127.0.0.1:0 --environment Production")]
    [InlineData("/urls=x urls=x /Emulator:Chance 7")]
    [InlineData("--Emulator=1 --Emulator:Unknown=1 --Kestrel:Limits:MaxConcurrentConnections=9")]
    public void Settings_are_for_the_host(string line) => Assert.Empty(HostArguments.Split(Words(line)).Others);

    [Theory]
    [InlineData("--health --urls=x", "--health")]
    [InlineData("--urls x --help", "--help")]
    [InlineData("--bogus --urls x 7", "--bogus 7")]
    [InlineData("urls x", "urls x")]
    [InlineData("--urls", "--urls")]
    public void What_is_no_setting_is_left(string line, string others) => Assert.Equal(Words(others), HostArguments.Split(Words(line)).Others);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
