using EdgeZone.Emulator.CommandLine;
using EdgeZone.Emulator.Settings;
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
        Assert.All(["--urls", "--Emulator:", "--health", "--version", "settings", "call", "ca", "completion"], option => Assert.Contains(option, help.Output));
        Assert.InRange(help.Output.Count(letter => letter == '\n'), 10, 25);
    }

    [Fact]
    public async Task Every_setting_is_a_line_with_its_default_and_what_it_means()
    {
        var listed = await EmulatorRun.OfAsync(["settings"]);

        Assert.Equal(0, listed.ExitCode);
        Assert.Empty(listed.Error);
        Assert.Equal(
            SettingsTable.All.Select(setting => $"--{setting.Name.Full} <value>"),
            Lines(listed).Select(line => line[..(line.IndexOf('>', StringComparison.Ordinal) + 1)]));
        Assert.All(SettingsTable.All.Zip(Lines(listed)), pair =>
            Assert.EndsWith($". Default: {pair.First.Default}. Values: {pair.First.Allowed}.", pair.Second));
        Assert.Contains(Lines(listed), line => line.Contains("  whether calls are counted. Default: true. Values: true or false.", StringComparison.Ordinal));
        Assert.DoesNotContain('`', listed.Output);
        Assert.DoesNotContain("](", listed.Output);
    }

    private static IEnumerable<string> Lines(EmulatorRun run) =>
        run.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("--Emulator:", StringComparison.Ordinal));

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
    [InlineData("--Emulator:Auth:Mode=x", "Emulator:Auth:Mode: 'x' is not Lenient, Strict or Off.")]
    [InlineData("--hostBuilder:reloadConfigOnChange=x", "hostBuilder:reloadConfigOnChange: 'x' is not true or false.")]
    public async Task A_bad_setting_is_one_for_a_command_that_starts_an_emulator_too(string argument, string refusal) =>
        Assert.Equal($"EdgeZone.Emulator: {refusal}", (await EmulatorRun.OfAsync([argument, "explore", "--", "true"])).Refusal(78));

    [Theory]
    [InlineData("")]
    [InlineData("--urls=http://127.0.0.1:0 --Emulator:Auth:Mode=Strict")]
    [InlineData("--urls http://127.0.0.1:0 --environment Production")]
    [InlineData("/urls=x urls=x /Emulator:Chance 7")]
    [InlineData("--Emulator=1 --Emulator:Unknown=1 --Kestrel:Limits:MaxConcurrentConnections=9")]
    [InlineData("--urls=x --")]
    public void Settings_are_for_the_host(string line) => Assert.Empty(HostArguments.Split(Words(line)).Others);

    [Theory]
    [InlineData("--health --urls=x", "--health")]
    [InlineData("--urls x --help", "--help")]
    [InlineData("--bogus --urls x 7", "--bogus 7")]
    [InlineData("urls x", "urls x")]
    [InlineData("--urls", "--urls")]
    [InlineData("-- x", "-- x")]
    [InlineData("explore --", "explore --")]
    public void What_is_no_setting_is_left(string line, string others) => Assert.Equal(Words(others), HostArguments.Split(Words(line)).Others);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
