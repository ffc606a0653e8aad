using EdgeZone.Emulator.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Samples.Provisioning.Tests;

/// <summary>A whole service under test: its own host, its own configuration, and neither a socket nor a minute of waiting.</summary>
public sealed class MachineServiceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_request_for_three_machines_is_answered_when_they_run()
    {
        await using var sandbox = await fixture.Emulator.CreateSandboxAsync();
        await using var service = new Service(sandbox);
        using var client = service.CreateClient();

        var answer = await sandbox.Clock.RunUntilAsync(() => client.PostAsync(new Uri("/machines/web?count=3", UriKind.Relative), null));

        Assert.All((await sandbox.HeldAsync()).Instances, instance => Assert.Equal("running", instance.Status));
        Assert.Equal(3, (await answer.Content.ReadAsStringAsync()).Split("ins-").Length - 1);
    }

    /// <summary>The service as it is, but for where its calls end and by which time it waits.</summary>
    private sealed class Service(Sandbox sandbox) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(sandbox.TimeProvider);
            services.AddHttpClient("edgezone").ConfigurePrimaryHttpMessageHandler(() => sandbox.HttpHandler);
        });
    }
}
