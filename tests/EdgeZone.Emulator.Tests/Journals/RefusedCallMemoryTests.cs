using EdgeZone.Emulator.Tests.Hosting;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Journals;

/// <summary>What is remembered of a refused call does not grow with what its refusal repeats.</summary>
public class RefusedCallMemoryTests
{
    private static readonly string Long = new('x', 900_000);

    [Fact]
    public async Task Of_a_refusal_what_was_told_is_remembered()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:CallsMemory=1");
        var answer = await emulator.SendAsync(new V1Call("DescribeInstances", ("Limit", Long)));

        var list = await emulator.Sandbox.ListCallsAsync();

        Assert.Equal((1, false), (list.Calls.Count, list.Truncated));
        Assert.Equal(answer.Message, list.Calls[0].Message);
    }

    [Fact]
    public async Task Large_requests_that_are_refused_leave_room_for_others()
    {
        // Less than a hundred such values take, as text.
        using var emulator = await EmulatorProgram.StartAsync(["RateLimit:Enabled=false"], ("DOTNET_GCHeapHardLimit", "0x6000000"));
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };
        for (var i = 0; i < 100; i++)
        {
            using var response = await client.SendAsync(new V1Call("DescribeInstances", ("Limit", Long)).Build(emulator.Endpoint, DateTimeOffset.UtcNow));
            var answer = await Answer.FromAsync(response);

            Assert.Equal("InvalidParameter", answer.Code);
        }
    }
}
