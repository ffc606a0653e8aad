using System.Text;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>A body costs no more memory than what is kept of it, however much in it is wrong.</summary>
public class BindingCostTests
{
    private const int Many = 100_000;
    private const int Little = 256 * 1024;

    private static readonly IApiAction DescribeInstances = SupportedActions.ByName["DescribeInstances"];

    [Theory]
    [InlineData("\"Limit\":\"x\"", "The value type of parameter `Limit` is not valid, input type should be `uint64`")]
    [InlineData("\"Nobody\":1", "The parameter `Nobody` is not recognized.")]
    [InlineData("\"Nobody\":null", null)]
    public void Only_the_fault_that_is_reported_is_put_into_words(string member, string? message)
    {
        var body = Body($"{{{string.Join(',', Enumerable.Repeat(member, Many))}}}");
        ApiException? fault = null;

        var allocated = Allocated(() => fault = JsonBinder.Bind(new Arguments(DescribeInstances.Parameters), ApiEdition.International, body));

        Assert.Equal(message, fault?.Message);
        Assert.InRange(allocated, 1, Little);
    }

    [Theory]
    [InlineData("中")]
    [InlineData("\\u4e2d")]
    public void A_long_text_is_looked_at_where_it_stands(string character)
    {
        var body = Body($$"""{"InstanceName":"{{string.Concat(Enumerable.Repeat(character, 10 * Many))}}"}""");
        JsonBinder.IsObject(body);
        var wellFormed = false;

        // Memory that is given back counts only when it is taken for the first time.
        var allocated = Allocated(() => wellFormed = JsonBinder.IsObject(body));

        Assert.True(wellFormed);
        Assert.InRange(allocated, 0, Little);
    }

    private static byte[] Body(string text) => Encoding.UTF8.GetBytes(text);

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
