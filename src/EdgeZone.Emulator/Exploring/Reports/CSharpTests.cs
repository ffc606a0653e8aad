using System.Text;

namespace EdgeZone.Emulator.Exploring.Reports;

/// <summary>A test on the fixture for each finding, with a place for the user's own program.</summary>
internal static class CSharpTests
{
    /// <summary>Writes the tests into a folder, which is made if it is not there.</summary>
    public static void Write(string folder, ExplorationReport report)
    {
        Directory.CreateDirectory(folder);
        foreach (var finding in report.Findings)
        {
            File.WriteAllText(Path.Combine(folder, NameOf(finding) + ".cs"), Of(finding, report.Undisturbed!));
        }
    }

    private static string NameOf(Finding finding)
    {
        var words = finding.Id.Split(['-', '.', '+'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        return $"{string.Concat(words)}Tests";
    }

    private static string Of(Finding finding, Observation undisturbed)
    {
        var rules = string.Join("\n        ", finding.Scenario.Positions.Select((_, place) => RuleCode.Of(finding.Scenario, place)));
        var wanted = undisturbed.Held.Counts[HeldThing.Instance];
        return new StringBuilder()
            .Append($$"""
                using EdgeZone.Emulator.Testing;
                using Xunit;

                /// <summary>Found by a search, as {{finding.Kind.Word()}}: {{ReportText.CallsOf(finding.Run)}}.</summary>
                public class {{NameOf(finding)}}
                {
                    [Fact]
                    public async Task It_has_what_it_reports_or_nothing()
                    {
                        await using var emulator = await EdgeZoneEmulator.StartAsync();
                        await using var sandbox = await emulator.CreateSandboxAsync();
                        {{rules}}

                        var succeeded = await RunAsync(sandbox);

                        var held = await sandbox.HeldAsync();
                        Assert.Equal(succeeded ? {{wanted}} : 0, held.Instances.Count);
                        Assert.All(held.Instances, instance => Assert.Equal("running", instance.Status));
                    }

                    /// <summary>Runs the program against the sandbox; here belongs what it is.</summary>
                    /// <returns>Whether it reports success.</returns>
                    private static Task<bool> RunAsync(Sandbox sandbox) => throw new NotImplementedException("Run your program here.");
                }

                """)
            .ToString();
    }
}
