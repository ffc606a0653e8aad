using System.Globalization;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>What the process says on standard output, and what it does when nobody listens.</summary>
public partial class LogTests
{
    /// <summary>More than the queue and the pipe to the reader hold.</summary>
    private const int TooMany = 12_000;

    [Fact]
    public async Task A_caller_cannot_forge_a_line()
    {
        using var emulator = await EmulatorProgram.StartAsync([]);
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };

        await client.PostAsync("/?Action=X%0A03:00:00.000%20INF%20Forged&Timestamp=1&Nonce=1&SecretId=a&Signature=b", null);
        Assert.Matches("""^..:..:..\.... INF X\\n03:00:00.000 INF Forged in -: MissingParameter in """, await emulator.ReadLogLineAsync());

        await client.PostAsync(ControlPlanePaths.Action("A\nFORGED\u001b[2J\u009b\u2028\\"), new StringContent("{}"));
        Assert.Matches("""^..:..:..\.... INF A\\nFORGED\\u001b\[2J\\u009b\\u2028\\\\ in -: InvalidAction in """, await emulator.ReadLogLineAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_HTTP_leaves_a_line()
    {
        using var emulator = await EmulatorProgram.StartAsync([]);
        using var client = await Connections.RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", await client.ReadAnswerAsync());
        Assert.EndsWith(" INF DescribeZones could not be read: HTTP 400, Bad chunk size data.", await emulator.ReadLogLineAsync());
    }

    [Fact]
    public async Task A_reader_who_stops_reading_holds_up_nobody_and_is_told_later_what_is_missing()
    {
        using var emulator = await EmulatorProgram.StartAsync([]);

        await CallAsync(emulator, TooMany);

        var (written, dropped) = (0, 0);
        while (written + dropped < TooMany)
        {
            var line = await emulator.ReadLogLineAsync();
            if (Dropped().Match(line) is { Success: true } gap)
            {
                dropped += int.Parse(gap.Groups["count"].Value, CultureInfo.InvariantCulture);
            }
            else
            {
                Assert.Contains(" INF Missing in -: InvalidAction in ", line);
                written++;
            }
        }

        Assert.NotEqual(0, dropped);
        Assert.Equal(TooMany, written + dropped);
    }

    [Fact]
    public async Task It_ends_in_order_although_nobody_reads()
    {
        using var emulator = await EmulatorProgram.StartAsync([]);
        await CallAsync(emulator, TooMany);

        Assert.Equal(0, await emulator.StopAsync());
    }

    [Fact]
    public async Task What_was_logged_is_written_before_the_end()
    {
        using var emulator = await EmulatorProgram.StartAsync([]);
        await CallAsync(emulator, 100);

        Assert.Equal(0, await emulator.StopAsync());
        Assert.Equal(100, (await emulator.ReadRestAsync()).Split('\n').Count(line => line.Contains(" INF Missing in -: InvalidAction in ")));
    }

    [Fact]
    public async Task In_strict_mode_the_line_of_an_unsigned_call_says_what_to_do()
    {
        using var emulator = await EmulatorProgram.StartAsync(["Auth:Mode=Strict", "Credentials:0:SecretId=a", "Credentials:0:SecretKey=b"]);
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };
        client.DefaultRequestHeaders.Add("X-TC-Action", "DescribeZones");

        using var answer = await client.PostAsync("/", new StringContent("{}"));

        Assert.DoesNotContain("Lenient", await answer.Content.ReadAsStringAsync());
        Assert.EndsWith(
            ". It is not signed, and Emulator:Auth:Mode is Strict: sign it with a configured credential, or start with Emulator:Auth:Mode=Lenient",
            await emulator.ReadLogLineAsync());

        await client.PostAsync("/?Signature=x", null);
        Assert.DoesNotContain("Lenient", await emulator.ReadLogLineAsync());
    }

    private static async Task CallAsync(EmulatorProgram emulator, int times)
    {
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };
        client.DefaultRequestHeaders.Add("X-TC-Action", "Missing");
        await Parallel.ForAsync(0, times, async (_, stop) =>
        {
            using var answer = await client.PostAsync("/", new StringContent("{}"), stop);
            answer.EnsureSuccessStatusCode();
        });
    }

    [GeneratedRegex("WRN Log lines dropped here because they could not be written: (?<count>[0-9]+)$")]
    private static partial Regex Dropped();
}
