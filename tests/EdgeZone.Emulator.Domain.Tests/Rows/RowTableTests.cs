using CsCheck;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Tests.Rows;

/// <summary>A table of rows and its copies behave as dictionaries and their copies do.</summary>
public class RowTableTests
{
    [Fact]
    public void A_table_and_its_copy_change_apart()
    {
        var table = new RowTable<int>();
        table.Add(3, 30);
        table.Add(700, 7000);
        var copy = table.Copy();

        table.Change(3) = 31;
        copy.Change(700) = 7001;
        copy.Remove(3);

        Assert.Equal((31, 7000), (table.Find(3), table.Find(700)));
        Assert.Equal((0, 7001), (copy.Find(3), copy.Find(700)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(257)]
    [InlineData(long.MaxValue)]
    public void A_number_without_a_row_is_default(long number)
    {
        var table = new RowTable<int>();
        table.Add(0, 1);

        Assert.Equal(0, table.Find(number));
    }

    [Fact]
    public void It_holds_what_a_dictionary_holds()
    {
        var steps = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2000]).List[0, 400];
        steps.Sample(walk =>
        {
            List<(RowTable<int> Table, Dictionary<long, int> Model)> worlds = [(new(), [])];
            var next = 0L;
            foreach (var (kind, value) in walk)
            {
                var (table, model) = worlds[value % worlds.Count];
                switch (kind)
                {
                    case 0 or 1:
                        next += 1 + (value % 90);
                        table.Add(next, value + 1);
                        model.Add(next, value + 1);
                        break;
                    case 2 when model.Count > 0:
                        var changed = model.Keys.ElementAt(value % model.Count);
                        table.Change(changed) = model[changed] = value + 5;
                        break;
                    case 3 when model.Count > 0:
                        var removed = model.Keys.ElementAt(value % model.Count);
                        table.Remove(removed);
                        model.Remove(removed);
                        break;
                    case 4 when worlds.Count < 4:
                        worlds.Add((table.Copy(), new(model)));
                        break;
                }
            }

            foreach (var (table, model) in worlds)
            {
                for (var number = 0L; number <= next; number++)
                {
                    Assert.Equal(model.GetValueOrDefault(number), table.Find(number));
                }
            }
        });
    }
}
