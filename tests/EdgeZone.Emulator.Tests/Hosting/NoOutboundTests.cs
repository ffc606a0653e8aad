using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Connections;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>It calls nobody: all its connections are those that somebody made to it.</summary>
public class NoOutboundTests
{
    private const string Listening = "0A";

    [Fact]
    public async Task A_process_in_use_has_no_socket_but_those_it_listens_on_and_was_reached_by()
    {
        using var emulator = await EmulatorProgram.StartAsync(["Https:Enabled=false"]);
        using var client = new HttpClient();
        var control = new ControlPlaneClient(new HttpClient { BaseAddress = emulator.Endpoint });
        await control.GetInfoAsync();
        await control.GetAuthorityCertificateAsync();
        await control.CreateSandboxAsync();
        (await client.SendAsync(SecureClient.Call($"{emulator.Endpoint}"))).Dispose();
        using (var tunnel = await RawClient.ConnectAsync(emulator.Endpoint))
        {
            await tunnel.SendAsync("CONNECT cvm.tencentcloudapi.com:443 HTTP/1.1\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 403", await tunnel.ReadAnswerAsync());
        }

        var sockets = emulator.Sockets();

        Assert.Contains(sockets, socket => socket.State == Listening);
        Assert.All(sockets, socket => Assert.Equal(emulator.Endpoint.Port, socket.LocalPort));
    }
}
