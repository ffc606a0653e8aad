using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Exploring;

/// <summary>What the search leaves out would have brought nothing new.</summary>
public class ReferenceSearchTests
{
    [Theory]
    [InlineData(FleetBugs.None)]
    [InlineData(FleetBugs.BelievesTheOrder)]
    [InlineData(FleetBugs.RepeatsBlindly)]
    [InlineData(FleetBugs.LeavesThingsBehind)]
    internal async Task A_slow_search_that_leaves_out_nothing_finds_the_same(FleetBugs bug)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        Task Run(Sandbox sandbox) => new FleetClient(sandbox, bug, wanted: 1).ProvideAsync();

        var pruned = await emulator.ExploreAsync(Run, new ExploreOptions { Limit = int.MaxValue });
        var whole = await emulator.ExploreAsync(Run, new ExploreOptions { Limit = int.MaxValue, LeavesNothingOut = true });

        Assert.True(pruned.Runs < whole.Runs, $"{pruned.Runs} of {whole.Runs}");
        Assert.Equal(0, whole.Pruned);
        Assert.Equal(Kinds(whole), Kinds(pruned));
    }

    private static IEnumerable<string> Kinds(ExploreReport report) =>
        report.Findings.Select(finding => $"{finding.Kind} {finding.Id}").Order(StringComparer.Ordinal);
}
