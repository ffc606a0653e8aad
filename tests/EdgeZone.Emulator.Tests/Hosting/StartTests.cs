using System.Net;
using System.Net.Sockets;

namespace EdgeZone.Emulator.Tests.Hosting;

/// <summary>A start works, or says in one line why it does not; a stop is no failure, however early it comes.</summary>
public class StartTests
{
    [Theory]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://no-such-host.invalid:8080")]
    [InlineData("http://unix:/tmp/a-name-that-is-longer-than-the-hundred-and-seven-characters-that-the-system-has-room-for-in-the-address-of-a-socket")]
    public async Task A_bad_address_is_named(string address) =>
        Assert.Contains($"'{address}'", (await EmulatorRun.OfAsync([$"--urls={address}"])).Refusal(78));

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:abc")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "eighty")]
    [InlineData("ASPNETCORE_HTTPS_PORTS", "eighty")]
    public async Task One_from_the_environment_is_named_with_its_variable(string name, string value)
    {
        var refusal = (await EmulatorRun.OfAsync([], (name, value))).Refusal(78);

        Assert.Contains(name, refusal);
        Assert.Contains($"'{value}'", refusal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var refusal = (await EmulatorRun.OfAsync([$"--urls=http://{other.LocalEndpoint}"])).Refusal(69);

        Assert.Contains($"http://{other.LocalEndpoint}", refusal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named() =>
        Assert.Contains("http://192.0.2.1:8080", (await EmulatorRun.OfAsync(["--urls=http://192.0.2.1:8080"])).Refusal(69));

    [Theory]
    [InlineData("--Emulator:Auth:Mode=\u001b[31mred\nline", 78, @"Emulator:Auth:Mode: '\u001b[31mred\nline' is not Lenient, Strict or Off.")]
    [InlineData(
        "--urls=ftp://a\u001b[31m\nline",
        78,
        @"The address 'ftp://a\u001b[31m\nline' (--urls, ASPNETCORE_URLS) is not of the form http://host:port or https://host:port.")]
    [InlineData("--bogus\u001b[31m\nline", 64, @"Unrecognized command or argument '--bogus\u001b[31m\nline'; --help lists what there is.")]
    public async Task Nothing_of_what_it_complains_about_is_obeyed_by_a_terminal(string argument, int exitCode, string complaint) =>
        Assert.Equal($"EdgeZone.Emulator: {complaint}", (await EmulatorRun.OfAsync([argument])).Refusal(exitCode));

    [Theory]
    [InlineData("--hostBuilder:reloadConfigOnChange=x", "x")]
    [InlineData("/HOSTBUILDER:ReloadConfigOnChange=", "")]
    public async Task A_bad_setting_of_the_hosts_own_is_named(string argument, string value) => Assert.Equal(
        $"EdgeZone.Emulator: hostBuilder:reloadConfigOnChange: '{value}' is not true or false.",
        (await EmulatorRun.OfAsync(["--urls=http://127.0.0.1:0", argument])).Refusal(78));

    [Fact]
    public Task A_malformed_settings_file_is_named_with_the_place_of_the_fault() => BesideAsync(
        """{ "Emulator": { "Auth": } }""",
        async (program, settings) =>
        {
            var refusal = (await EmulatorRun.OfAsync(program, ["--urls=http://127.0.0.1:0"])).Refusal(78);
            var health = (await EmulatorRun.OfAsync(program, ["--health"])).Refusal(78);

            Assert.All([refusal, health], line =>
            {
                Assert.Contains(settings, line);
                Assert.Contains("BytePositionInLine: 24", line);
            });
        });

    [Theory]
    [InlineData("""{ "Emulater": { "Auth": { "Mode": "Strict" } } }""", "Emulater")]
    [InlineData("""{ "$schema": "x", "urls": "http://a", "Auth": { "Mode": "Strict" } }""", "Auth")]
    public Task A_section_of_a_settings_file_that_nobody_reads_is_named(string file, string section) => BesideAsync(
        file,
        async (program, _) => Assert.Equal(
            $"EdgeZone.Emulator: There is no section {section}, which appsettings.json has; the emulator's settings stand in Emulator.",
            (await EmulatorRun.OfAsync(program, ["--urls=http://127.0.0.1:0"])).Refusal(78)));

    [Fact]
    public async Task The_control_plane_has_the_addresses_of_the_api()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var emulator = await EmulatorProgram.StartAsync([$"Control:Port={port}"]);

        // Another address of loopback is answered by whoever listens on every interface.
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        using var elsewhere = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => elsewhere.ConnectAsync(IPAddress.Parse("127.0.0.2"), port));
    }

    /// <summary>Runs something with a program that has such a file of settings beside it.</summary>
    private static async Task BesideAsync(string text, Func<string, string, Task> run)
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
            {
                File.Copy(file, Path.Combine(directory.FullName, Path.GetFileName(file)));
            }

            var settings = Path.Combine(directory.FullName, "appsettings.json");
            await File.WriteAllTextAsync(settings, text);

            await run(Path.Combine(directory.FullName, Path.GetFileName(EmulatorRun.Program)), settings);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
