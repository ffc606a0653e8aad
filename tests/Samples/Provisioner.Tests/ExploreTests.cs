using EdgeZone.Emulator.Testing;

namespace Samples.Provisioning.Tests;

/// <summary>A search finds each mistake that the tool can be told to make without being told which, and none when it makes none.</summary>
public sealed class ExploreTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly Order Web = new("web");

    [Fact]
    public async Task Without_a_mistake_nothing_is_found()
    {
        var report = await ExploreAsync(Bugs.None);

        report.Verify();
    }

    [Theory]
    [InlineData(Bugs.OrdersAgainBlindly, ExploreFindingKind.Duplicate)]
    [InlineData(Bugs.IgnoresFailedCount, ExploreFindingKind.Lie)]
    [InlineData(Bugs.LeavesThemBehind, ExploreFindingKind.Leak)]
    public async Task Each_mistake_is_found_and_one_fault_suffices(Bugs bug, ExploreFindingKind kind)
    {
        var report = await ExploreAsync(bug);

        var finding = report.Findings.First(finding => finding.Kind == kind);
        Assert.Single(finding.Rules);
        Assert.False(finding.IsFlaky);
    }

    private Task<ExploreReport> ExploreAsync(Bugs bugs) => fixture.Emulator.ExploreAsync(
        sandbox => new Provisioner(sandbox.CreateClient(), sandbox.TimeProvider, bugs) { Patience = TimeSpan.FromMinutes(1) }.ProvideAsync(Web, 2));
}
