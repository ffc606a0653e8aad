using CsCheck;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Tests.Rows;

/// <summary>A set of numbers and its copies hold what sorted sets and their copies hold.</summary>
public class NumberSetTests
{
    [Fact]
    public void It_holds_what_a_sorted_set_holds()
    {
        var toggles = Gen.OneOf(Gen.Int[0, 70], Gen.Int[0, 5000], Gen.Int[0, 300_000]).List[0, 200];
        toggles.Sample(numbers =>
        {
            var set = new NumberSet();
            var model = new SortedSet<int>();
            foreach (var number in numbers)
            {
                if (model.Add(number))
                {
                    Assert.False(set.Contains(number));
                    set.Add(number);
                }
                else
                {
                    Assert.True(set.Contains(number));
                    set.Remove(number);
                    model.Remove(number);
                }

                Assert.Equal(model.Count, set.Count);
                Assert.True(model.Count == 0 || set.Lowest == model.Min);
            }
        });
    }

    [Fact]
    public void A_copy_changes_apart()
    {
        var set = new NumberSet();
        set.Add(5);
        var copy = set.Copy();
        copy.Remove(5);
        copy.Add(900);

        Assert.Equal(5, set.Lowest);
        Assert.False(set.Contains(900));
        Assert.Equal(900, copy.Lowest);
    }
}
