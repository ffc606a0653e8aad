using System.Text;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>What bounds connections is reached, and says so.</summary>
public class ConnectionBoundTests
{
    private const string Short = "00:00:00.0500000";

    // Long enough for a client to say what it has to say.
    private const string Long = "00:00:03";

    private const string Head = "POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nContent-Length: 2\r\n\r\n";

    [Fact]
    public async Task One_too_many_is_told_the_setting_and_there_is_room_again_behind_it()
    {
        await using var emulator = await StartAsync(("Connections:Maximum", "1"));
        var first = await RawClient.ConnectAsync(emulator.Endpoint);
        await first.SendAsync(Head + "{}");
        await first.ReadAnswerAsync();

        using var second = await RawClient.ConnectAsync(emulator.Endpoint);
        var refused = await second.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 503 ", refused);
        Assert.Contains("Emulator:Connections:Maximum", refused);
        await first.SendAsync($"{Head.Replace("Host: a", "Host: a\r\nConnection: close", StringComparison.Ordinal)}{{}}");
        await first.ReadToEndAsync();
        first.Dispose();
        await second.ReadToEndAsync();
        while (!(await AnswerAsync(emulator)).Contains("\"ZoneSet\"", StringComparison.Ordinal))
        {
            // The server counts a connection out a moment after it has ended for its client.
        }
    }

    [Theory]
    [InlineData("P")]
    [InlineData("PRI * HT")]
    [InlineData("CONN")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nX-Slow")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nHost: edge")]
    public async Task A_slow_head_is_given_up(string half)
    {
        await using var emulator = await StartAsync(("Connections:HeadTime", Short), ("Connections:IdleTime", Long));
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync(half);
        var answer = Encoding.ASCII.GetString(await client.ReadToEndAsync());

        Assert.StartsWith("HTTP/1.1 408 ", answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Head + "{}")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\n\r\n")]
    public async Task A_silent_connection_ends(string before)
    {
        await using var emulator = await StartAsync(("Connections:IdleTime", before.Length == 0 ? Short : Long));
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync(before);

        Assert.Equal(before.Length > 0, (await client.ReadToEndAsync()).Length > 0);
    }

    [Fact]
    public async Task A_slow_body_is_given_up()
    {
        await using var emulator = await StartAsync(("Connections:BodyTime", "00:00:02"));
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync(Head + "{");

        Assert.StartsWith("HTTP/1.1 408 ", Encoding.ASCII.GetString(await client.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_call_under_way_is_answered_while_the_emulator_stops_and_its_connection_is_told_to_close()
    {
        var emulator = await StartAsync(("Connections:StopTime", "00:01:00"));
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        // The call is begun: the gateway has asked for its body.
        Assert.StartsWith("HTTP/1.1 100 ", await client.ReadHeadAsync());

        var stopping = emulator.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var stopped = emulator.DisposeAsync().AsTask();
        await Task.Run(stopping.WaitHandle.WaitOne);
        await client.SendAsync("{}");
        var answer = Encoding.UTF8.GetString(await client.ReadToEndAsync());
        await stopped;

        Assert.Contains("\"ZoneSet\"", answer);
        Assert.Contains("\r\nConnection: close\r\n", answer);
    }

    [Fact]
    public async Task A_call_that_never_ends_holds_up_a_stop_for_so_long_and_no_longer()
    {
        var emulator = await StartAsync(("Connections:StopTime", "00:00:00.0500000"));
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        await client.ReadHeadAsync();

        await emulator.DisposeAsync();

        Assert.DoesNotContain("ZoneSet", Encoding.UTF8.GetString(await client.ReadToEndAsync()));
    }

    [Fact]
    public async Task What_is_bounded_is_shown()
    {
        await using var emulator = await StartAsync(("Connections:Maximum", "77"));

        Assert.Equal("77", (await new ControlPlaneClient(emulator.CreateClient()).GetInfoAsync()).Settings["Emulator:Connections:Maximum"]);
    }

    private static async Task<string> AnswerAsync(EdgeZoneEmulator emulator)
    {
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        await client.SendAsync(Head + "{}");
        return await client.ReadAnswerAsync();
    }

    private static Task<EdgeZoneEmulator> StartAsync(params (string Name, string Value)[] settings) => EdgeZoneEmulator.StartAsync(options =>
    {
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }
    });
}
