using CsCheck;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Tests.Rows;

public class RowTableTests
{
    /// <summary>Add one, change one, remove one, or go on with a copy while the original stays what it was.</summary>
    private static readonly Gen<(int Kind, int Number)[]> Steps = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 400]).Array[0, 600];

    [Fact]
    public void It_behaves_like_a_dictionary_and_a_copy_is_a_table_of_its_own() => Steps.Sample(
        steps =>
        {
            var (table, model, next) = (new RowTable<int>(), new SortedDictionary<long, int>(), 1000L);
            List<(RowTable<int>, SortedDictionary<long, int>)> left = [];
            foreach (var (kind, number) in steps)
            {
                var existing = model.Count == 0 ? -1 : model.ElementAt(number % model.Count).Key;
                switch (kind)
                {
                    case 0 or 1 or 2 or 3:
                        next += number % 60 == 0 ? 500 : 1;
                        table.Add(next, number + 1);
                        model.Add(next, number + 1);
                        break;
                    case 4 or 5 when existing >= 0:
                        table.Change(existing) = model[existing] = number + 2;
                        break;
                    case 6 or 7 or 8 when existing >= 0:
                        table.Remove(existing);
                        model.Remove(existing);
                        break;
                    case 9:
                        left.Add((table, model));
                        (table, model) = (table.Copy(), new SortedDictionary<long, int>(model));
                        break;
                }
            }

            left.Add((table, model));
            Assert.All(left, pair => AssertSame(pair.Item2, pair.Item1));
        },
        iter: 200);

    [Fact]
    public void Nothing_is_found_where_nothing_is()
    {
        var table = new RowTable<int>();
        Assert.Equal(0, table.Find(0));

        table.Add(1_000_000_000_000, 7);

        Assert.Equal((7, 0, 0, 0), (table.Find(1_000_000_000_000), table.Find(-1), table.Find(0), table.Find(long.MaxValue)));
    }

    private static void AssertSame(SortedDictionary<long, int> model, RowTable<int> table)
    {
        Assert.Equal(model.Count, table.Count);
        Assert.Equal(model.Select(pair => (pair.Key, pair.Value)), table.Places.Where(place => place.Row != 0));
        Assert.All(model, pair => Assert.Equal(pair.Value, table.Find(pair.Key)));
    }
}
