using System.Text;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.Tests.Journals;

/// <summary>What is kept of an answer is the answer, and those who are answered alike share it.</summary>
public class KeptAnswerTests
{
    private static readonly Guid One = Guid.Parse("11111111-2222-4333-8444-555555555555");
    private static readonly Guid Other = Guid.Parse("99999999-aaaa-4bbb-8ccc-dddddddddddd");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(1_000_000)]
    public void An_answer_comes_back_as_it_was_given(int length)
    {
        var answer = Answer(One, length);

        Assert.Equal(answer, KeptAnswer.Of(answer, One, last: null)!.ToArray(One));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"}}")]
    [InlineData("{\"Response\":{\"RequestId\":\"11111111-2222-4333-8444-555555555555\"}} ")]
    [InlineData("{\"Response\":{\"RequestId\":\"99999999-aaaa-4bbb-8ccc-dddddddddddd\"}}")]
    public void So_does_one_that_does_not_end_with_the_call_s_id(string text)
    {
        var answer = Encoding.UTF8.GetBytes(text);

        Assert.Equal(answer, KeptAnswer.Of(answer, One, last: null)!.ToArray(One));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200_000)]
    public void Two_answers_that_differ_in_nothing_but_the_id_share_one_text(int length)
    {
        var first = KeptAnswer.Of(Answer(One, length), One, last: null)!;
        var second = KeptAnswer.Of(Answer(Other, length), Other, first)!;

        Assert.Same(first, second);
        Assert.Equal(Answer(Other, length), second.ToArray(Other));
    }

    [Theory]
    [InlineData(100, 101)]
    [InlineData(101, 100)]
    [InlineData(200_000, 200_001)]
    [InlineData(200_001, 200_000)]
    [InlineData(100, 64 * 1024)]
    public void Two_that_differ_elsewhere_do_not(int length, int another)
    {
        var first = KeptAnswer.Of(Answer(One, length), One, last: null)!;
        var second = KeptAnswer.Of(Answer(Other, another), Other, first)!;

        Assert.Equal(Answer(One, length), first.ToArray(One));
        Assert.Equal(Answer(Other, another), second.ToArray(Other));
    }

    [Fact]
    public void One_that_is_too_long_is_not_kept() => Assert.Null(KeptAnswer.Of(new byte[KeptAnswer.Longest + 1], One, last: null));

    private static byte[] Answer(Guid requestId, int length) =>
        Encoding.UTF8.GetBytes($$$"""{"Response":{"Text":"{{{new string('x', length)}}}","RequestId":"{{{requestId}}}"}}""");
}
