using EdgeZone.Emulator.Domain.Instances;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

public class InstanceLifecycleTests
{
    [Fact]
    public void The_page_about_the_architecture_shows_every_step_and_no_other()
    {
        using var stream = typeof(InstanceLifecycleTests).Assembly.GetManifestResourceStream("architecture.md")!;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd()
            .ReplaceLineEndings("\n")
            .Split('\n')
            .SkipWhile(line => line != "| From | Step | To |")
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(InstanceLifecycle.Table.Select(step => $"| {Shown(step.From)} | {step.Trigger} | {Shown(step.To)} |"), rows);
    }

    [Fact]
    public void A_step_leads_to_one_status_only() =>
        Assert.Equal(InstanceLifecycle.Table.Count, InstanceLifecycle.Table.Select(step => (step.From, step.Trigger)).Distinct().Count());

    [Fact]
    public void Every_status_can_be_reached_and_left()
    {
        foreach (var status in Enum.GetValues<InstanceStatus>())
        {
            Assert.Contains(InstanceLifecycle.Table, step => step.To == status);
            Assert.Contains(InstanceLifecycle.Table, step => step.From == status);
        }
    }

    [Fact]
    public void A_step_that_is_not_listed_is_a_defect() =>
        Assert.Throws<InvalidOperationException>(() => InstanceLifecycle.Next(InstanceStatus.Allocating, InstanceTrigger.Terminated));

    [Theory]
    [InlineData(InstanceStatus.Allocating, false, true, false, true)]
    [InlineData(InstanceStatus.Running, true, true, true, true)]
    [InlineData(InstanceStatus.Isolating, false, true, false, true)]
    [InlineData(InstanceStatus.Isolated, true, true, false, true)]
    [InlineData(InstanceStatus.Error, true, true, false, true)]
    [InlineData(InstanceStatus.Terminating, false, false, false, false)]
    public void Each_status_allows_what_it_should(InstanceStatus status, bool terminate, bool rename, bool changeAddress, bool counts)
    {
        Assert.Equal(terminate, InstanceLifecycle.CanTerminate(status));
        Assert.Equal(rename, InstanceLifecycle.CanRename(status));
        Assert.Equal(changeAddress, InstanceLifecycle.CanChangeAddress(status));
        Assert.Equal(counts, InstanceLifecycle.HoldsQuota(status));
        Assert.Equal(counts, InstanceLifecycle.CountsAsServer(status));
    }

    private static string Shown(InstanceStatus? status) => status is { } known ? $"`{known.Word()}`" : "–";
}
