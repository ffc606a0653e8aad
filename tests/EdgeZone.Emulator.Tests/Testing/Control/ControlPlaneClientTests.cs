using System.Net;
using System.Text;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Testing.Control;

/// <summary>What a user of the client relies on beyond the requests themselves.</summary>
public class ControlPlaneClientTests
{
    [Fact]
    public async Task A_refusal_is_an_exception_with_the_sentence_the_status_and_the_field()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var refusal = await Assert.ThrowsAsync<ControlPlaneException>(
            () => emulator.Sandbox.ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = -2 }));

        Assert.Equal(HttpStatusCode.BadRequest, refusal.Status);
        Assert.Equal("free", refusal.Field);
        Assert.Equal("-2 is not between 0 and 1000000, the machines BMS5.MEDIUM8 can have free in ap-guangzhou-1.", refusal.Message);
        Assert.Equal(refusal.Message, refusal.Detail);
    }

    [Fact]
    public async Task The_token_goes_with_every_request_and_stays_out_of_the_client_that_carries_it()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Token=s3cret");

        await new ControlPlaneClient(emulator.Client, "s3cret").Sandbox("default").AdvanceAsync(TimeSpan.FromSeconds(1));

        var refusal = await new ControlPlaneClient(emulator.Client).GetInfoAsync().RefusedAsync(HttpStatusCode.Unauthorized);
        Assert.Null(refusal.Field);
        Assert.Null(emulator.Client.DefaultRequestHeaders.Authorization);
    }

    [Theory]
    [InlineData("50%?#&+=;,")]
    [InlineData("%2e%2e")]
    [InlineData("...")]
    public async Task Every_name_that_a_sandbox_can_have_reaches_it(string name)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = name });

        var moved = await emulator.Control.Sandbox(name).AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromHours(1), moved.To - moved.From);
        Assert.Equal(name, (await emulator.Control.Sandbox(name).GetAsync()).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_name_that_no_path_can_hold_is_refused_before_it_reaches_something_else(string name)
    {
        using var http = new HttpClient();
        Assert.Throws<ArgumentException>(() => new ControlPlaneClient(http).Sandbox(name));
    }

    [Fact]
    public async Task An_instant_with_an_offset_is_the_same_instant()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");

        var moved = await emulator.Sandbox.AdvanceToAsync(new DateTimeOffset(2040, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero), moved.To);
        Assert.Equal(TimeSpan.Zero, moved.To.Offset);
    }

    [Fact]
    public async Task A_fork_of_a_sandbox_begins_before_the_call_that_is_named()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstancesAsync(1);

        var (before, now) = (await emulator.Sandbox.ForkAsync(beforeCall: 1), await emulator.Sandbox.ForkAsync());

        Assert.Empty((await emulator.CallerOf(before).CallAsync("DescribeInstances")).InstanceIds);
        Assert.Single((await emulator.CallerOf(now).CallAsync("DescribeInstances")).InstanceIds);
    }

    [Theory]
    [InlineData(502, "text/html", "<html>Bad gateway</html>")]
    [InlineData(400, "application/problem+json", "<html>")]
    [InlineData(400, "application/problem+json", "null")]
    [InlineData(200, "text/html", "<html>Welcome</html>")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", """{"status":null}""")]
    [InlineData(200, "application/json", "{}")]
    public async Task What_is_no_control_plane_says_so_by_the_same_exception(int status, string type, string body)
    {
        using var http = new HttpClient(new Always(status, type, body)) { BaseAddress = new Uri("http://nowhere") };

        var refusal = await Assert.ThrowsAsync<ControlPlaneException>(() => new ControlPlaneClient(http).GetHealthAsync());

        Assert.Equal(status, (int)refusal.Status);
        Assert.Null(refusal.Field);
        Assert.Contains(ControlPlanePaths.Health, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_newer_emulator_adds_is_passed_over()
    {
        using var http = new HttpClient(new Always(200, "application/json", """{"status":"ok","mood":"fine"}""")) { BaseAddress = new Uri("http://nowhere") };

        Assert.Equal("ok", (await new ControlPlaneClient(http).GetHealthAsync()).Status);
    }

    [Fact]
    public async Task Who_gives_up_waits_no_longer()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.Sandbox.AdvanceUntilIdleAsync(new CancellationToken(canceled: true)));
    }

    private sealed class Always(int status, string type, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) });
    }
}
