using System.Diagnostics;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Testing;
using Microsoft.Extensions.Configuration;

namespace EdgeZone.Emulator.Tests.Settings;

/// <summary>A bad setting stops the start and is named.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("Auth:Mode", "Sometimes")]
    [InlineData("Auth:Mode", "7")]
    [InlineData("Auth:ExactHost", "perhaps")]
    [InlineData("Api:Edition", "Lunar")]
    [InlineData("Api:AcceptAnyVersion", "2")]
    [InlineData("Api:InstanceIdPrefix", "INS")]
    [InlineData("Api:InstanceIdPrefix", "")]
    [InlineData("Defaults:Region", "nowhere")]
    [InlineData("RateLimit:Enabled", "x")]
    [InlineData("RateLimit:PerSecond", "0")]
    [InlineData("RateLimit:PerSecond", "many")]
    [InlineData("RateLimit:Actions:DescribeZones", "-1")]
    [InlineData("Sandboxes:Maximum", "0")]
    [InlineData("Sandboxes:Maximum", "1000001")]
    [InlineData("Sandboxes:Calls", "-1")]
    [InlineData("Sandboxes:CallsMemory", "0")]
    [InlineData("Sandboxes:CallsMemory", "65537")]
    [InlineData("Sandboxes:Machines", "0")]
    [InlineData("Sandboxes:Events", "0")]
    [InlineData("Clock:Mode", "Backwards")]
    [InlineData("Clock:Rate", "2")]
    [InlineData("Durations:Profile", "Slow")]
    [InlineData("Durations:Install", "31.00:00:00")]
    [InlineData("Durations:Wipe", "-00:00:01")]
    [InlineData("Durations:Network", "soon")]
    [InlineData("Chance", "luck")]
    [InlineData("Control:Port", "65536")]
    [InlineData("Control:Token", "")]
    [InlineData("Logging:Format", "Xml")]
    [InlineData("Logging:Level", "Loud")]
    public void A_bad_value_is_named_with_its_path(string name, string value)
    {
        var refusal = Refused((name, value));

        Assert.Contains($"Emulator:{name}", refusal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Theory]
    [InlineData("Autth:Mode", "Autth")]
    [InlineData("Auth:Modus", "Modus")]
    [InlineData("Credentials:0:SecretID2", "SecretID2")]
    [InlineData("Nonsense", "Nonsense")]
    public void An_unknown_setting_is_named(string name, string named)
    {
        var refusal = Refused((name, "1"));

        Assert.Contains(named, refusal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void A_scaled_clock_needs_a_rate()
    {
        Assert.Contains("Emulator:Clock:Rate", Refused(("Clock:Mode", "Scaled")));
        Assert.Contains("Emulator:Clock:Rate", Refused(("Clock:Mode", "Scaled"), ("Clock:Rate", "0")));
        Assert.Contains("Emulator:Clock:Rate", Refused(("Clock:Mode", "Scaled"), ("Clock:Rate", "NaN")));
        Assert.Equal(60, Read(("Clock:Mode", "Scaled"), ("Clock:Rate", "60")).Clock.Rate);
    }

    [Fact]
    public void Credentials_are_checked_one_by_one_and_their_keys_are_never_repeated()
    {
        Assert.Contains("Emulator:Credentials:0:SecretId", Refused(("Credentials:0:SecretId", "a/b"), ("Credentials:0:SecretKey", "hush")));
        Assert.Contains("Emulator:Credentials:0:SecretKey", Refused(("Credentials:0:SecretId", "a")));
        Assert.Contains("Emulator:Credentials:1:SecretId", Refused(
            ("Credentials:0:SecretId", "a"), ("Credentials:0:SecretKey", "hush"), ("Credentials:1:SecretId", "a"), ("Credentials:1:SecretKey", "hush")));
        Assert.DoesNotContain("hush", Refused(("Credentials:0:SecretId", "a"), ("Credentials:0:SecretKey", "hush"), ("Credentials:0:Sandbox", "..")));
    }

    [Fact]
    public void Without_any_setting_everything_has_its_default()
    {
        var settings = Read();

        Assert.Equal(AuthMode.Lenient, settings.Auth.Mode);
        Assert.True(settings.RateLimit.Enabled);
        Assert.Equal(20, settings.RateLimit.PerSecond);
        Assert.Equal(1000, settings.Sandboxes.Maximum);
    }

    [Fact]
    public async Task The_program_says_it_in_one_line_and_ends_with_78()
    {
        var (code, error) = await Run("--Emulator:RateLimit:PerSecond=0", "--urls=http://127.0.0.1:0");

        Assert.Equal(78, code);
        Assert.Equal("EdgeZone.Emulator: Emulator:RateLimit:PerSecond: '0' is not between 1 and 2147483647.", error.Trim());
    }

    [Theory]
    [InlineData("\"code\": \"ap-guangzhou-1\"", "\"code\": 5", "$.zones[0].code")]
    [InlineData("\"BMS5.MEDIUM8\": 16", "\"BMS5.MEDIUM8\": -1", "$.zones[0].racks['BMS5.MEDIUM8']")]
    [InlineData("\"BMS5.MEDIUM8\": 16", "\"BMS5.TINY\": 16", "$.zones[0].racks['BMS5.TINY']")]
    [InlineData("203.0.113.0/24", "203.0.113.1/24", "$.zones[0].addresses.staticIpv4")]
    [InlineData("\"id\": 100002", "\"id\": 100001", "$.zones[1].id")]
    [InlineData("\"defaultImage\": \"img-centos-7.9\"", "\"defaultImage\": \"img-none\"", "$.defaultImage")]
    [InlineData("\"sizeGb\": 480, \"count\": 2 }", "\"sizeGb\": 0, \"count\": 2 }", "$.instanceTypes[0].systemDisk")]
    [InlineData("\"routeMode\": \"bgp\"", "\"routeMode\": \"rip\"", "$.publicNetworks[0].routeMode")]
    [InlineData("\"subnet\": \"10.0.0.0/24\"", "\"subnet\": \"10.0.0.0\"", "$.privateNetworks[0].subnet")]
    [InlineData("\"images\": [", "\"pictures\": [", "pictures")]
    [InlineData("{ \"BMS5.LARGE16\": 0 }, \"ipv4\": 64", "{ \"BMS5.LARGE16\": 0 }, \"ipv4\": -1", "$.account.zones['ap-guangzhou-2']")]
    public async Task A_bad_seed_says_where(string good, string bad, string path)
    {
        var seed = Replace(await DefaultSeed(), good, bad);
        var file = Path.Combine(Path.GetTempPath(), $"seed-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, seed);
        try
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => EdgeZoneEmulator.StartAsync(options => options.Settings["Seed"] = file));

            Assert.StartsWith($"Emulator:Seed: {file}: ", refusal.Message);
            Assert.Contains(path, refusal.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_seed_that_is_not_there()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => EdgeZoneEmulator.StartAsync(options => options.Settings["Seed"] = "/no/such/seed.json"));

        Assert.StartsWith("Emulator:Seed: /no/such/seed.json: ", refusal.Message);
    }

    private static async Task<string> DefaultSeed()
    {
        using var reader = new StreamReader(typeof(EmulatorAssembly).Assembly.GetManifestResourceStream("seed/default.json")!);
        return await reader.ReadToEndAsync();
    }

    private static string Replace(string text, string old, string with)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length));
    }

    private static EmulatorSettings Read(params (string Name, string Value)[] settings) => SettingsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Emulator:{setting.Name}", (string?)setting.Value)))
        .Build());

    private static string Refused(params (string Name, string Value)[] settings) => Assert.Throws<SettingsException>(() => Read(settings)).Message;

    private static async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EmulatorAssembly).Assembly.Location, .. arguments]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
