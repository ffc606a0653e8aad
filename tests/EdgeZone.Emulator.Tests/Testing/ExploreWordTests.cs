using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>A search by code has the words of a search by command, all of them and no other: the fixture finds one by the name of the other.</summary>
public class ExploreWordTests
{
    public static TheoryData<ExploredFault> Faults => [.. Enum.GetValues<ExploredFault>()];

    public static TheoryData<ExploreFindingKind> Findings => [.. Enum.GetValues<ExploreFindingKind>()];

    [Fact]
    public void What_goes_wrong_is_the_same_in_both() => Assert.Equal(Enum.GetNames<FaultKind>(), Enum.GetNames<ExploredFault>());

    [Fact]
    public void What_is_found_is_the_same_in_both() => Assert.Equal(Enum.GetNames<FindingKind>(), Enum.GetNames<ExploreFindingKind>());

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_that_is_asked_for_is_the_one_that_is_searched_for(ExploredFault fault)
    {
        var options = new ExploreOptions { Faults = [fault] };

        Assert.Equal(fault.ToString(), Assert.Single(options.Internal.Kinds).ToString());
    }

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_finding_that_is_allowed_is_the_one_that_does_not_count(ExploreFindingKind kind)
    {
        var options = new ExploreOptions { Allow = [kind] };

        Assert.Equal(kind.ToString(), Assert.Single(options.Internal.Allowed).ToString());
    }
}
