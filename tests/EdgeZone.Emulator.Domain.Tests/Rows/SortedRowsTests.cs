using CsCheck;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Tests.Rows;

public class SortedRowsTests
{
    [Fact]
    public void They_behave_like_a_sorted_dictionary_and_a_copy_is_one_of_its_own() => Gen.Select(Gen.Int[0, 20], Gen.Int[0, 700]).Array[0, 1500].Sample(
        steps =>
        {
            var (rows, model) = (new SortedRows<int>(), new SortedDictionary<UInt128, int>());
            List<(SortedRows<int>, SortedDictionary<UInt128, int>)> left = [];
            foreach (var (kind, number) in steps)
            {
                var key = (UInt128)number << 70;
                switch (kind)
                {
                    case < 10:
                        Assert.Equal(model.TryAdd(key, number), rows.TryAdd(key, number));
                        break;
                    case < 13:
                        Assert.Equal(model.Remove(key), rows.Remove(key));
                        break;
                    case < 17 when model.Count > 0:
                        Assert.True(rows.TryFindLowest(out var lowest, out var row));
                        Assert.Equal(model.First(), new KeyValuePair<UInt128, int>(lowest, row));
                        Assert.Equal(model.Remove(lowest), rows.Remove(lowest));
                        break;
                    case < 20 when model.ContainsKey(key):
                        rows.Change(key) = model[key] = kind;
                        break;
                    case 20 when number < 20:
                        left.Add((rows, model));
                        (rows, model) = (rows.Copy(), new SortedDictionary<UInt128, int>(model));
                        break;
                }
            }

            left.Add((rows, model));
            Assert.All(left, pair => AssertSame(pair.Item2, pair.Item1));
        },
        iter: 100);

    [Fact]
    public void What_comes_in_order_and_goes_in_order_leaves_nothing()
    {
        var rows = new SortedRows<int>();
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(rows.TryAdd((UInt128)i, i));
        }

        for (var i = 0; i < 1000; i++)
        {
            Assert.True(rows.TryFindLowest(out var key, out var row) && key == (UInt128)i && row == i && rows.Remove(key));
        }

        Assert.Equal((0, false), (rows.Count, rows.TryFindLowest(out _, out _)));
    }

    private static void AssertSame(SortedDictionary<UInt128, int> model, SortedRows<int> rows)
    {
        Assert.Equal(model.Count, rows.Count);
        Assert.Equal(model.Select(pair => (pair.Key, pair.Value)), rows.All);
        for (var number = 0; number <= 700; number++)
        {
            var key = (UInt128)number << 70;
            Assert.Equal(model.TryGetValue(key, out var expected), rows.TryFind(key, out var row));
            Assert.Equal(expected, row);
        }
    }
}
