namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>The call that a process answers itself while it starts, so that the first one of a client need not wait for the compiler.</summary>
public class FirstCallTests
{
    [Fact]
    public async Task It_goes_the_whole_way_of_an_order()
    {
        var answer = await FirstCall.AnswerAsync();

        Assert.StartsWith("{\"Response\":{\"InstanceIdSet\":[\"ins-", answer);
    }
}
