using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>The few lines that a start prints: where everything is, and a first call that works as it stands.</summary>
internal static class Announcement
{
    public static void AnnounceWhenStarted(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<EmulatorSettings>();
        if (Embedding.IsEmbedded || settings.Logging.Format == LogFormat.Json || settings.Logging.Level > LogLevelSetting.Information)
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Text(settings, app.Urls)));
    }

    private static string Text(EmulatorSettings settings, ICollection<string> urls)
    {
        var plain = urls.FirstOrDefault(url => !ListenAddresses.IsSecure(url));
        var secure = urls.FirstOrDefault(ListenAddresses.IsSecure);
        var address = ListenAddresses.Reachable(plain ?? secure!, "localhost");
        var control = settings.Control is { Enabled: true, Port: { } port }
            ? ListenAddresses.Reachable(urls.First(url => BindingAddress.Parse(url).Port == port), "localhost")
            : address;
        var lines = new List<string>
        {
            $"EdgeZone.Emulator — {EdgeZoneApi.Product} {EdgeZoneApi.Version}, {settings.Api.Edition} edition",
            $"  API            {address}",
            $"  Listens on     {string.Join("; ", urls.Select(ListenAddresses.Explain))}",
        };
        if (secure is not null && settings.Https.Certificate is null)
        {
            var trusted = plain is null ? "what `ca` prints" : $"{address}{ControlPaths.AuthorityCertificate}";
            lines.Add($"  HTTPS          {ListenAddresses.Reachable(secure, "localhost")}, trusted with {trusted}");
        }

        if (settings.Control.Enabled)
        {
            lines.Add($"  Control plane  {control}/_emulator/info");
            lines.Add($"  Try it         {control}/swagger");
        }

        lines.Add($"  Auth           {settings.Auth.Mode}{Explain(settings.Auth.Mode)}");
        if (settings.Auth.Mode != AuthMode.Strict)
        {
            lines.Add($"  First call     {FirstCall(address)}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string Explain(AuthMode mode) => mode switch
    {
        AuthMode.Strict => ": every call is signed by a configured credential",
        AuthMode.Off => ": nothing is checked",
        _ => ": unsigned calls are welcome; SDKs sign with SecretId emulator, SecretKey emulator",
    };

    private static string FirstCall(string address)
    {
        const string Body = """{"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"first","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001"}""";
        return $"curl {address} -H 'X-TC-Action: CreateInstances' -d '{Body}'";
    }
}
