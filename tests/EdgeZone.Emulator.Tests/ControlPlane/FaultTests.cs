using System.Net;
using System.Text;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class FaultTests
{
    private static readonly string Clock = ControlPlanePaths.Clock("default");

    public static TheoryData<string, string, string> WrongMethods => new()
    {
        { "POST", ControlPlanePaths.Health, "GET" },
        { "DELETE", ControlPlanePaths.Info, "GET" },
        { "GET", ControlPlanePaths.Reset, "POST" },
        { "POST", Clock, "GET, PUT" },
        { "GET", ControlPlanePaths.Advance("default"), "POST" },
        { "GET", ControlPlanePaths.Action("DescribeZones"), "POST" },
    };

    [Theory]
    [InlineData("GET", ControlPlanePaths.Root)]
    [InlineData("GET", $"{ControlPlanePaths.Root}/nothing")]
    [InlineData("POST", $"{ControlPlanePaths.Sandboxes}/default/nothing")]
    [InlineData("GET", $"{ControlPlanePaths.Health}/more")]
    [InlineData("GET", "/openapi/v2.json")]
    [InlineData("GET", "/swagger/nothing")]
    public async Task An_unknown_path_is_not_found(string method, string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.RefusalAsync(HttpStatusCode.NotFound, new HttpMethod(method), path);
    }

    [Theory]
    [MemberData(nameof(WrongMethods))]
    public async Task A_wrong_method_is_told_the_right_ones(string method, string path, string allowed)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(new HttpMethod(method), path);
        await EmulatorApplication.ReadProblemAsync(response, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("PUT", $"{ControlPlanePaths.Sandboxes}/default/snapshot")]
    [InlineData("POST", ControlPlanePaths.Replays)]
    public async Task A_document_larger_than_the_setting_allows_is_refused_by_its_name_and_changes_nothing(string method, string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:DocumentSize=1", "Clock:Mode=Frozen");
        var before = await emulator.Sandbox.GetSnapshotAsync();

        var problem = await emulator.RefusalAsync(
            HttpStatusCode.RequestEntityTooLarge, new HttpMethod(method), path, $$"""{"version":1,"name":"{{new string('x', 1024 * 1024)}}"}""");

        Assert.Equal("The body is larger than 1048576 bytes, as many as Emulator:Control:DocumentSize allows.", (string?)problem["detail"]);
        Assert.Equal(before, await emulator.Sandbox.GetSnapshotAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"mode":"frozen"} x""")]
    [InlineData("""{"mode":"frozen",}""")]
    [InlineData("""{'mode':'frozen'}""")]
    [InlineData("mode=frozen")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"frozen\"")]
    [InlineData("""{"mode":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Put, Clock, body);
        Assert.Equal(ClockMode.Real, (await emulator.Sandbox.GetClockAsync()).Mode);
    }

    [Fact]
    public async Task Broken_UTF8_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var content = new ByteArrayContent([.. "{\"mode\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        using var response = await emulator.Client.PutAsync(new Uri(Clock, UriKind.Relative), content);
        await EmulatorApplication.ReadProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_body_is_refused_whether_or_not_it_says_how_large_it_is(bool chunked)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, Clock) { Content = new ByteArrayContent(new byte[(64 * 1024) + 1]) };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await emulator.Client.SendAsync(request);
        await EmulatorApplication.ReadProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_that_is_only_announced_takes_no_memory()
    {
        using var body = new Silence();
        var context = new DefaultHttpContext { Request = { Body = body, ContentLength = 64 * 1024 } };
        await Assert.ThrowsAsync<ControlProblem>(() => BodyReader.ReadAsync(context.Request, ControlPlaneJson.Default.ClockChange));
        Assert.InRange(body.Wanted, 1, 4096);
    }

    [Fact]
    public async Task The_largest_body_is_read()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync(Clock, """{"mode":"frozen"}""".PadRight(64 * 1024));
    }

    [Fact]
    public async Task A_body_is_read_whatever_its_content_type()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var content = new StringContent("""{"mode":"frozen"}""", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await emulator.Client.PutAsync(new Uri(Clock, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>A body of which nothing arrives; it remembers for how much there was room.</summary>
    private sealed class Silence : MemoryStream
    {
        public int Wanted { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Wanted = Math.Max(Wanted, buffer.Length);
            return ValueTask.FromResult(0);
        }
    }
}
