using CsCheck;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Chance;

public class IdTests
{
    [Fact]
    public void Ids_never_repeat() => Gen.ULong.Sample(
        seed =>
        {
            var ids = new IdSequence("ins", IdSequence.LettersAndDigits, new SeededGenerator(seed));
            Assert.Equal(2000, Enumerable.Range(0, 2000).Select(_ => ids.Next()).Distinct().Count());
        },
        iter: 20);

    [Fact]
    public void Every_id_of_the_form_comes_up_once_before_they_run_out()
    {
        var ids = new IdSequence("x", "01", new SeededGenerator(7));

        Assert.Equal(256, Enumerable.Range(0, 256).Select(_ => ids.Next()).Distinct().Count());
        Assert.Throws<InvalidOperationException>(() => ids.Next());
    }

    [Fact]
    public void An_id_tells_its_number() => Gen.Select(Gen.ULong, Gen.Long[0, 2_821_109_907_455]).Sample((seed, number) =>
    {
        var ids = new IdSequence("ins", IdSequence.LettersAndDigits, new SeededGenerator(seed));
        return ids.NumberOf(ids.IdOf(number)) == number;
    });

    [Theory]
    [InlineData("")]
    [InlineData("ins-")]
    [InlineData("ins-0123456")]
    [InlineData("ins-012345678")]
    [InlineData("ins-0123456A")]
    [InlineData("ein-01234567")]
    [InlineData("ins_01234567")]
    public void A_text_of_another_form_is_no_id(string text) =>
        Assert.Equal(-1, new IdSequence("ins", IdSequence.LettersAndDigits, new SeededGenerator(7)).NumberOf(text));

    [Fact]
    public void Request_ids_are_different_uuids_of_version_4()
    {
        var world = new World();
        for (var number = 1; number <= 100; number++)
        {
            var id = world.Cloud.RequestIdOf(number);
            Assert.Equal(4, id.Version);
            Assert.InRange(id.Variant, 8, 11);
        }

        Assert.Equal(100, Enumerable.Range(1, 100).Select(number => world.Cloud.RequestIdOf(number)).Distinct().Count());
    }

    [Fact]
    public void Draws_are_within_their_bound() => Gen.Select(Gen.ULong, Gen.ULong[1, 1000]).Sample((seed, bound) =>
    {
        var chance = new SeededGenerator(seed);
        return chance.Below(bound) < bound && chance.NextFraction() is >= 0 and < 1;
    });

    [Fact]
    public void The_generator_is_the_published_one()
    {
        var chance = new SeededGenerator(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [chance.NextBits(), chance.NextBits(), chance.NextBits()]);
    }

    [Fact]
    public void Sandboxes_of_different_names_or_seeds_differ()
    {
        var ids = new[] { new World(), new World(name: "other"), new World(options: new WorldOptions { Chance = 2 }) }.Select(world => world.Create());

        Assert.Equal(3, ids.Distinct().Count());
    }
}
