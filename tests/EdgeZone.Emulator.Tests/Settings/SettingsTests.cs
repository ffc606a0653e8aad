using System.Diagnostics;
using System.Text;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.Configuration;

namespace EdgeZone.Emulator.Tests.Settings;

/// <summary>A bad setting stops the start and is named.</summary>
public class SettingsTests
{
    private static readonly IReadOnlyList<string> Actions = [.. SupportedActions.All.Select(action => action.Name)];

    [Theory]
    [InlineData("Auth:Mode", "Sometimes")]
    [InlineData("Auth:Mode", "1")]
    [InlineData("Auth:Mode", "lenient,Strict")]
    [InlineData("Auth:Mode", "")]
    [InlineData("Auth:Mode", " ")]
    [InlineData("Auth:ExactHost", "")]
    [InlineData("Api:Edition", "")]
    [InlineData("Clock:Mode", "")]
    [InlineData("Durations:Profile", "")]
    [InlineData("Logging:Format", "")]
    [InlineData("Logging:Level", "")]
    [InlineData("Durations:Network", "5")]
    [InlineData("Durations:Network", "25:00:00")]
    [InlineData("Durations:Network", "00:60:00")]
    [InlineData("Durations:Install", "")]
    [InlineData("Credentials:0:AppId", "0")]
    [InlineData("Credentials:0:Sandbox", "..")]
    [InlineData("Control:Hosts:0", "http://emulator.example.com")]
    [InlineData("Seed", "")]
    [InlineData("Chance", "0x10")]
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
    [InlineData("Https:Enabled", "perhaps")]
    [InlineData("Https:Port", "0")]
    [InlineData("Https:Directory", "")]
    [InlineData("Https:Names:0", "https://a")]
    [InlineData("Https:Certificate", "")]
    [InlineData("Https:Key", "")]
    [InlineData("Connections:Maximum", "0")]
    [InlineData("Connections:HeadTime", "00:00:00")]
    [InlineData("Connections:IdleTime", "00:00:00")]
    [InlineData("Connections:BodyTime", "00:00:01")]
    [InlineData("Connections:StopTime", "-00:00:01")]
    [InlineData("Proxy:Enabled", "perhaps")]
    [InlineData("Proxy:PassThrough:0", "*")]
    [InlineData("Proxy:PassThrough:0", "https://pypi.org")]
    [InlineData("Proxy:PassThrough:0", "cvm.tencentcloudapi.com")]
    [InlineData("Proxy:PassThrough:0", "*.tencentcloudapi.com")]
    [InlineData("Proxy:PassThrough:0", "tencentcloud.com")]
    [InlineData("Proxy:Tunnels", "0")]
    [InlineData("Proxy:IdleTime", "5")]
    [InlineData("Proxy:Refused", "-1")]
    [InlineData("Logging:Format", "Xml")]
    [InlineData("Logging:Level", "Loud")]
    public void A_bad_value_is_named_with_its_path(string name, string value)
    {
        var refusal = Refused((name, value));

        Assert.Contains($"Emulator:{name}", refusal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Theory]
    [InlineData("Auth:Mode", "", "Emulator:Auth:Mode: '' is not Lenient, Strict or Off.")]
    [InlineData("Logging:Level", "Loud", "Emulator:Logging:Level: 'Loud' is not Debug, Information, Warning or Error.")]
    [InlineData("Durations:Network", "5", "Emulator:Durations:Network: '5' is not a duration hh:mm:ss or d.hh:mm:ss, from 00:00:00 to 30.00:00:00.")]
    [InlineData("RateLimit:PerSecond", "many", "Emulator:RateLimit:PerSecond: 'many' is not a whole number from 1 to 2,147,483,647.")]
    public void What_is_allowed_is_said_in_words(string name, string value, string refusal) => Assert.Equal(refusal, Refused((name, value)));

    [Theory]
    [InlineData("Autth", "Emulator:Autth; below Emulator are Auth, Credentials, Api, Defaults, RateLimit, ")]
    [InlineData("Autth:Mode", "Emulator:Autth:Mode; below Emulator are Auth, ")]
    [InlineData("Auth:Modus", "Emulator:Auth:Modus; below Emulator:Auth are Mode, ExactHost.")]
    [InlineData("Credentials:0:SecretID2", "Emulator:Credentials:0:SecretID2; below Emulator:Credentials:0 are SecretId, SecretKey, ")]
    [InlineData("Credentials:SecretId", "Emulator:Credentials:SecretId; below Emulator:Credentials stand numbers from 0.")]
    [InlineData("Control:Hosts:first", "Emulator:Control:Hosts:first; below Emulator:Control:Hosts stand numbers from 0.")]
    [InlineData("Auth:Mode:Strict", "Emulator:Auth:Mode:Strict; Emulator:Auth:Mode is a value, with nothing below it.")]
    public void An_unknown_setting_is_named_and_so_is_what_there_is(string name, string refusal) =>
        Assert.StartsWith($"There is no setting {refusal}", Refused((name, "1")));

    [Theory]
    [InlineData("Auth", "Strict", "Emulator:Auth is a section and has no value itself; below it are Mode, ExactHost.")]
    [InlineData("Credentials", "AKIDone:hush", "Emulator:Credentials is a list and has no value itself; below it stand numbers from 0.")]
    [InlineData("Control:Hosts", "emulator.example.com", "Emulator:Control:Hosts is a list and has no value itself; below it stand numbers from 0.")]
    [InlineData("RateLimit:Actions", "7", "Emulator:RateLimit:Actions is a list and has no value itself; below it stand names of actions.")]
    public void A_value_where_others_belong_below_is_refused(string name, string value, string refusal) => Assert.Equal(refusal, Refused((name, value)));

    [Theory]
    [InlineData("EMULATOR_AUTH_MODE", "Emulator:Auth:Mode is written Emulator__Auth__Mode in the environment.")]
    [InlineData("Emulator_Auth_ExactHost", "Emulator:Auth:ExactHost is written Emulator__Auth__ExactHost in the environment.")]
    [InlineData("Emulator_Auth_Exact_Host", "Emulator:Auth:ExactHost is written Emulator__Auth__ExactHost in the environment.")]
    [InlineData("Emulator.Seed", "Emulator:Seed is written Emulator__Seed in the environment.")]
    [InlineData("EMULATOR_CREDENTIALS_0_SECRETID", "Emulator:Credentials:N:SecretId is written Emulator__Credentials__N__SecretId in the environment.")]
    public void A_name_whose_parts_are_not_kept_apart_is_refused(string name, string meant) =>
        Assert.Equal($"There is no setting {name}; {meant}", Refused(Beside(name)));

    [Theory]
    [InlineData("EMULATOR_HOST")]
    [InlineData("EMULATOR_AUTH")]
    [InlineData("PUBSUB_EMULATOR_AUTH_MODE")]
    public void Other_names_are_other_programs(string name) => Assert.Equal(AuthMode.Lenient, SettingsReader.Read(Beside(name), Actions).Auth.Mode);

    private static IConfiguration Beside(string name) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)"Off")]).Build();

    [Fact]
    public void The_whole_section_is_no_value()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Emulator", (string?)"Strict")]).Build();

        Assert.StartsWith("Emulator is a section and has no value itself; below it are Auth, ", Refused(configuration));
    }

    [Fact]
    public void A_limit_is_for_an_action_that_there_is_in_whatever_case()
    {
        Assert.StartsWith(
            "Emulator:RateLimit:Actions:DescribeZone: there is no action DescribeZone; there are CreateInstances, ",
            Refused(("RateLimit:Actions:DescribeZone", "7")));
        Assert.Equal(KeyValuePair.Create("DescribeZones", 7), Assert.Single(Read(("RateLimit:Actions:describezones", "7")).RateLimit.Actions));
    }

    [Fact]
    public void Null_and_nothing_in_a_file_leave_the_default()
    {
        const string File =
            """{"Emulator":{"Auth":{"Mode":null},"Credentials":[],"Api":{},"RateLimit":{"Actions":{}},"Control":{"Hosts":[],"Port":null},"Sandboxes":null}}""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(File));

        var settings = SettingsReader.Read(new ConfigurationBuilder().AddJsonStream(stream).Build(), Actions);

        Assert.Equal(AuthMode.Lenient, settings.Auth.Mode);
        Assert.Empty(settings.Credentials);
        Assert.Equal(AuthMode.Off, Read(("Auth", ""), ("Auth:Mode", "Off")).Auth.Mode);
    }

    [Fact]
    public void Lists_are_read_in_the_order_of_their_numbers_whatever_is_missing_between()
    {
        var settings = Read(
            ("Control:Hosts:10", "c.example.com"), ("Control:Hosts:9", "b.example.com"), ("Control:Hosts:0", "a.example.com"),
            ("Credentials:7:SecretId", "second"), ("Credentials:7:SecretKey", "k"), ("Credentials:3:SecretId", "first"), ("Credentials:3:SecretKey", "k"));

        Assert.Equal(["a.example.com", "b.example.com", "c.example.com"], settings.Control.Hosts);
        Assert.Equal(["first", "second"], settings.Credentials.Select(credential => credential.SecretId));
        Assert.Contains("Emulator:Credentials:7:SecretKey", Refused(("Credentials:7:SecretId", "a")));
    }

    [Fact]
    public void Strict_needs_a_credential()
    {
        Assert.StartsWith("Emulator:Auth:Mode: Strict needs a credential", Refused(("Auth:Mode", "Strict")));
        Assert.Equal(AuthMode.Strict, Read(("Auth:Mode", "strict"), ("Credentials:0:SecretId", "a"), ("Credentials:0:SecretKey", "k")).Auth.Mode);
    }

    [Fact]
    public void The_documented_table_is_the_one_that_is_read()
    {
        using var page = new StreamReader(typeof(SettingsTests).Assembly.GetManifestResourceStream("settings.md")!);
        string[] rows = ["| Setting | Default | Values | Meaning |", "|---|---|---|---|", .. SettingsTable.All.Select(Row)];
        var table = string.Concat(rows.Select(row => $"{row}\n"));

        Assert.True(page.ReadToEnd().Contains($"\n\n{table}\n", StringComparison.Ordinal), $"The table in docs/settings.md shall be:\n{table}");

        static string Row(Setting setting) =>
            $"| `{setting.Name}` | {(setting.HasDefault ? $"`{setting.Default}`" : setting.Default)} | {setting.Allowed} | {setting.Meaning} |";
    }

    [Fact]
    public void A_certificate_and_its_key_come_together()
    {
        Assert.StartsWith("Emulator:Https:Key: is missing", Refused(("Https:Certificate", "cert.pem")));
        Assert.StartsWith("Emulator:Https:Certificate: is missing", Refused(("Https:Key", "key.pem")));
        Assert.StartsWith("Emulator:Https:Directory: keeps", Refused(("Https:Certificate", "c"), ("Https:Key", "k"), ("Https:Directory", "d")));
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
        Assert.Equal("EdgeZone.Emulator: Emulator:RateLimit:PerSecond: '0' is not a whole number from 1 to 2,147,483,647.", error.Trim());
    }

    private static EmulatorSettings Read(params (string Name, string Value)[] settings) => SettingsReader.Read(Configuration(settings), Actions);

    private static string Refused(params (string Name, string Value)[] settings) => Refused(Configuration(settings));

    private static string Refused(IConfiguration configuration) =>
        Assert.Throws<SettingsException>(() => SettingsReader.Read(configuration, Actions)).Message;

    private static IConfiguration Configuration((string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Emulator:{setting.Name}", (string?)setting.Value)))
        .Build();

    private static async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EmulatorAssembly).Assembly.Location, .. arguments]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
