using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Tests.Connections;
using EdgeZone.Emulator.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>A body takes memory as it arrives, not as its head announces it.</summary>
public class AnnouncedBodyTests
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    [Theory]
    [InlineData(TenMegabytes)]
    [InlineData(null)]
    public async Task The_room_for_it_is_at_most_twice_what_has_arrived(int? announced)
    {
        var body = new Dribble(300_000);
        var http = new DefaultHttpContext { Request = { Method = "POST", Body = body, ContentLength = announced } }.Request;

        var request = RequestReader.ReadHead(http, RequestForm.Tc3Json);
        await RequestReader.ReadBodyAsync(http, request);

        Assert.Equal(300_000, request.Body.Length);
        Assert.Equal(-1, request.Body.Span.IndexOfAnyExcept((byte)'x'));
        RequestReader.Return(request);
    }

    [Fact]
    public async Task Five_hundred_announced_bodies_leave_another_caller_undisturbed()
    {
        using var emulator = await EmulatorProgram.StartAsync(["RateLimit:Enabled=false"], ("DOTNET_GCHeapHardLimit", "0xC000000"));
        var waiting = new List<RawClient>();
        try
        {
            for (var i = 0; i < 500; i++)
            {
                var client = await RawClient.ConnectAsync(emulator.Endpoint);
                waiting.Add(client);
                await client.SendAsync(
                    $"POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nContent-Length: {TenMegabytes}\r\nExpect: 100-continue\r\n\r\n");
            }

            // This is said when the body is asked for, so that every one of them has what room it gets.
            foreach (var client in waiting)
            {
                Assert.StartsWith("HTTP/1.1 100", await client.ReadHeadAsync());
            }

            using var other = new HttpClient { BaseAddress = emulator.Endpoint };
            other.DefaultRequestHeaders.Add("X-TC-Action", "DescribeZones");
            using var answer = await other.PostAsync("/", new StringContent("{}"));

            Assert.Contains("ZoneSet", await answer.Content.ReadAsStringAsync());
        }
        finally
        {
            waiting.ForEach(client => client.Dispose());
        }
    }

    /// <summary>A body that comes in small pieces and looks at how much room it is offered.</summary>
    private sealed class Dribble(int length) : MemoryStream
    {
        private int _sent;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.InRange(buffer.Length, 1, Math.Max(4096, 2 * _sent));
            var count = Math.Min(Math.Min(1000, buffer.Length), length - _sent);
            buffer.Span[..count].Fill((byte)'x');
            _sent += count;
            return ValueTask.FromResult(count);
        }
    }
}
