using CsCheck;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Networks;

public class AddressPoolTests
{
    [Fact]
    public void The_lowest_free_address_comes_first()
    {
        var pool = new AddressPool(1, 4);
        Assert.Equal([1, 2, 3], Take(pool, 3));

        pool.Release(2);

        Assert.Equal([2, 4], Take(pool, 2));
        Assert.False(pool.TryTakeLowest(out _));
        Assert.Equal(UInt128.Zero, pool.Available);
    }

    [Fact]
    public void A_whole_class_a_network_costs_nothing_until_it_is_used()
    {
        var subnet = Subnet.Parse("10.0.0.0/8");
        var pool = new AddressPool(subnet.Network + 1, subnet.Last - 1);

        Assert.Equal(16_777_214u, pool.Available);
    }

    [Fact]
    public void It_behaves_like_a_sorted_set_of_free_addresses() => Gen.Select(Gen.Int[0, 2], Gen.Int[1, 12]).Array[0, 60].Sample(steps =>
    {
        var pool = new AddressPool(1, 10);
        SortedSet<UInt128> free = [.. Enumerable.Range(1, 10).Select(i => (UInt128)i)];
        foreach (var (kind, number) in steps)
        {
            var address = (UInt128)number;
            Assert.Equal(free.Contains(address), pool.IsFree(address));
            if (kind == 0)
            {
                Assert.Equal(free.Count > 0, pool.TryTakeLowest(out var taken));
                Assert.True(free.Count == 0 || taken == free.Min);
                free.Remove(taken);
            }
            else if (kind == 1 && free.Remove(address))
            {
                pool.Take(address);
            }
            else if (kind == 2 && pool.Contains(address) && free.Add(address))
            {
                pool.Release(address);
            }

            Assert.Equal((UInt128)free.Count, pool.Available);
        }
    });

    [Fact]
    public void Random_draws_hand_out_every_address_once_but_never_network_gateway_and_broadcast() => Gen.ULong.Sample(seed =>
    {
        var pool = new RandomAddressPool(Subnet.Parse("203.0.113.0/24"), new SeededGenerator(seed));
        HashSet<UInt128> drawn = [];
        while (pool.Available > 0)
        {
            Assert.True(drawn.Add(pool.Draw()));
        }

        Assert.Equal(253, drawn.Count);
        Assert.Equal("203.0.113.2", IpNotation.Format(drawn.Min(), IpFamily.Ipv4));
        Assert.Equal("203.0.113.254", IpNotation.Format(drawn.Max(), IpFamily.Ipv4));
    });

    [Fact]
    public void Ranges_are_aligned_and_never_overlap() => Gen.Select(Gen.Bool, Gen.Int[25, 26], Gen.Int[0, 30]).Array[0, 50].Sample(steps =>
    {
        var pool = new BlockPool(Subnet.Parse("198.19.0.0/22"));
        List<Subnet> taken = [];
        foreach (var (give, prefixLength, number) in steps)
        {
            if (give && taken.Count > 0)
            {
                var back = taken[number % taken.Count];
                taken.Remove(back);
                pool.Release(back.Network);
                continue;
            }

            var candidates = Enumerable.Range(0, 1 << (prefixLength - 22))
                .Select(i => Subnet.At(Subnet.Parse("198.19.0.0/22").Network + ((UInt128)i << (32 - prefixLength)), prefixLength, IpFamily.Ipv4));
            var expected = candidates.FirstOrDefault(candidate => !taken.Any(other => other.Contains(candidate.Network) || candidate.Contains(other.Network)));
            var range = pool.TryTake(prefixLength);
            Assert.Equal(expected, range);
            if (range is not null)
            {
                taken.Add(range);
            }
        }
    });

    private static IEnumerable<int> Take(AddressPool pool, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(pool.TryTakeLowest(out var address));
            yield return (int)address;
        }
    }
}
