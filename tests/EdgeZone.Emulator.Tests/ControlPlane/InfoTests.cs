using System.Reflection;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class InfoTests
{
    [Fact]
    public async Task Info_tells_where_what_and_how()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Credentials:0:SecretId=AKIDone", "Credentials:0:SecretKey=k");
        var info = await emulator.GetAsync(ControlPlanePaths.Info);
        Assert.NotEmpty((string)info["version"]!);
        Assert.Equal("International", (string?)info["edition"]);
        Assert.Equal("Lenient", (string?)info["authMode"]);
        Assert.Equal([emulator.Endpoint.GetLeftPart(UriPartial.Authority)], Texts(info["addresses"]));
        Assert.Equal("emulator", (string?)info["builtInCredential"]!["secretKey"]);
        Assert.Equal("ap-guangzhou", (string?)info["settings"]!["Emulator:Defaults:Region"]);
        Assert.Equal(SupportedActions.All.Select(action => action.Name), Texts(info["actions"]));
    }

    [Theory]
    [InlineData("Auth:Mode=Strict")]
    [InlineData("Credentials:0:SecretId=emulator")]
    public async Task The_built_in_pair_is_shown_only_where_it_works(string setting)
    {
        await using var emulator = await EmulatorApplication.StartAsync(setting, "Credentials:0:SecretKey=k3y", "Credentials:0:SecretId=emulator");
        Assert.Null((await emulator.Control.GetInfoAsync()).BuiltInCredential);
    }

    [Fact]
    public async Task Info_shows_no_secret()
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "Control:Token=t0ken-of-the-control-plane",
            "Credentials:0:SecretId=AKIDone",
            "Credentials:0:SecretKey=s3cret-key",
            "Credentials:0:Token=s3ssion-token",
            "Credentials:0:AppId=1250000000",
            "Credentials:0:Uin=100000000001");
        using var response = await emulator.SendAsync(
            HttpMethod.Get, ControlPlanePaths.Info, null, ("Authorization", "Bearer t0ken-of-the-control-plane"));
        var text = await response.Content.ReadAsStringAsync();
        var credential = JsonNode.Parse(text)!["credentials"]![0]!;
        Assert.Equal("""{"secretId":"AKIDone","sandbox":"AKIDone","appId":1250000000,"uin":"100000000001"}""", credential.ToJsonString());
        Assert.DoesNotContain("t0ken", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3ssion", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_shown_but_for_the_credentials()
    {
        var settings = new EmulatorSettings
        {
            Seed = "seed.json",
            Clock = new ClockSettings { Rate = 2 },
            Https = new HttpsSettings
            {
                Enabled = true,
                Port = 1,
                Directory = "kept",
                Names = ["emulator.example.com"],
                Certificate = "cert.pem",
                Key = "key.pem",
            },
            Connections = new ConnectionSettings(),
            Proxy = new ProxySettings { Enabled = true, PassThrough = ["pypi.org"] },
            Storage = new StorageSettings { Directory = "kept" },
            Control = new ControlSettings { Port = 1, Token = "t", Hosts = ["emulator.example.com"] },
            RateLimit = new RateLimitSettings { Actions = { ["CreateInstances"] = 5 } },
        };
        var shown = SettingsInForce.Of(settings).Keys.ToHashSet();
        Assert.Subset(shown, Names(typeof(EmulatorSettings), "Emulator").Where(name => name != "Emulator:Credentials:0").ToHashSet());
    }

    private static IEnumerable<string> Names(Type type, string prefix)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = $"{prefix}:{property.Name}";
            if (name == "Emulator:RateLimit:Actions")
            {
                yield return $"{name}:CreateInstances";
            }
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(List<>))
            {
                yield return $"{name}:0";
            }
            else if (property.PropertyType.Namespace == type.Namespace && property.PropertyType.IsClass)
            {
                foreach (var inner in Names(property.PropertyType, name))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(item => (string)item!);
}
