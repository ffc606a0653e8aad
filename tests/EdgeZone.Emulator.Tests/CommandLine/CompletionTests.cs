using System.Diagnostics;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Tests.Hosting;

namespace EdgeZone.Emulator.Tests.CommandLine;

/// <summary>What a shell completes is what there is.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("", "call ca completion explore settings --urls --health --help --version")]
    [InlineData("comp", "completion")]
    [InlineData("completion ", "bash zsh pwsh")]
    [InlineData("call Terminate", "TerminateInstances")]
    [InlineData("call DescribeInstances --InstanceI", "--InstanceIds")]
    [InlineData("call DescribeInstances --cu", "--curl")]
    [InlineData("ca --", "--out")]
    public async Task Bash_completes(string line, string words)
    {
        var script = (await EmulatorRun.OfAsync(["completion", "bash"])).Output;
        var typed = line.Split(' ');
        var given = string.Join(' ', typed.Select(word => $"'{word}'"));

        var completed = await BashAsync(
            $"{script}\nCOMP_WORDS=(edgezone-emulator {given}); COMP_CWORD={typed.Length}; _edgezone_emulator; echo \"${{COMPREPLY[*]}}\"");

        Assert.Equal(words.Split(' ').Order(), completed.Trim().Split(' ').Order());
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("pwsh")]
    public async Task Every_action_and_parameter_is_there(string shell)
    {
        var script = await EmulatorRun.OfAsync(["completion", shell]);

        Assert.Equal((0, ""), (script.ExitCode, script.Error));
        Assert.All(SupportedActions.All, action => Assert.Contains(
            string.Join(' ', action.Parameters.Select(parameter => $"--{parameter.Name}")), script.Output));
        Assert.DoesNotContain('\r', script.Output);
        Assert.Equal(script.Output.Count(letter => letter == '{'), script.Output.Count(letter => letter == '}'));
    }

    private static async Task<string> BashAsync(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = bash.StandardOutput.ReadToEndAsync();
        Assert.Empty(await bash.StandardError.ReadToEndAsync());
        return await output;
    }
}
