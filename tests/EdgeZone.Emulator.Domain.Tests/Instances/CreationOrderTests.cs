using CsCheck;
using EdgeZone.Emulator.Domain.Instances;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

public class CreationOrderTests
{
    private const int Adds = 0;
    private const int RemovesOne = 1;

    [Fact]
    public void It_behaves_like_a_sorted_list_read_from_its_end() => Gen.Select(Gen.Int[0, 3], Gen.Int[1, 300]).Array[0, 40].Sample(steps =>
    {
        var order = new CreationOrder();
        List<long> places = [];
        var next = 0L;
        foreach (var (kind, number) in steps)
        {
            if (kind == Adds)
            {
                // Another account's instances lie between.
                next += number;
                for (var i = 0; i < number; i++, next++)
                {
                    order.Add(next);
                    places.Add(next);
                }
            }
            else
            {
                // One anywhere, or the oldest ones.
                var (first, count) = kind == RemovesOne ? (number % Math.Max(1, places.Count), Math.Min(1, places.Count)) : (0, Math.Min(number, places.Count));
                places.GetRange(first, count).ForEach(order.Remove);
                places.RemoveRange(first, count);
            }

            Assert.Equal(places.Count, order.Count);
            foreach (var offset in new[] { 0, places.Count / 3, Math.Max(0, places.Count - 1), places.Count, places.Count + number })
            {
                Assert.Equal(places.AsEnumerable().Reverse().Skip(offset), order.NewestFirst(offset));
            }
        }
    });
}
