using System.Diagnostics;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Tests.Hosting;

namespace EdgeZone.Emulator.Tests.CommandLine;

/// <summary>A call without an SDK.</summary>
public sealed class CallCommandTests : IDisposable
{
    private static readonly string[] Order =
    [
        "--Zone", "ap-guangzhou-1", "--InstanceType", "BMS5.MEDIUM8", "--InstanceName", "mine", "--InstanceCount", "2",
        "--PrivateNetworkId", "net-private-001", "--PublicNetworkId", "net-public-001",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_strict_emulator_takes_it_and_the_answer_is_printed()
    {
        await using var emulator = await StartAsync();

        var ordered = await CallAsync(emulator, ["CreateInstances", .. Order]);
        var ids = JsonNode.Parse(ordered.Output)!["InstanceIdSet"]!.AsArray();
        var found = await CallAsync(emulator, ["DescribeInstances", "--InstanceIds.0", $"{ids[1]}"]);

        Assert.Equal((0, 0, ""), (ordered.ExitCode, found.ExitCode, ordered.Error + found.Error));
        Assert.Equal(2, ids.Count);
        Assert.Equal((string?)ids[1], (string?)JsonNode.Parse(found.Output)!["InstanceSet"]![0]!["InstanceId"]);
        Assert.Contains("\n  \"InstanceSet\"", found.Output);
    }

    [Theory]
    [InlineData("InvalidAction", "Nonsense")]
    [InlineData("UnknownParameter", "DescribeZones", "--Nowhere", "1")]
    [InlineData("AuthFailure.SecretIdNotFound", "DescribeZones", "--secret-id", "nobody", "--secret-key", "k")]
    public async Task What_the_api_refuses_is_printed_too_and_ends_with_1(string code, params string[] arguments)
    {
        await using var emulator = await StartAsync();

        var refused = await CallAsync(emulator, arguments);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Error));
        Assert.Equal(code, (string?)JsonNode.Parse(refused.Output)!["Error"]!["Code"]);
    }

    [Fact]
    public async Task Parameters_may_come_from_a_file()
    {
        await using var emulator = await StartAsync();
        var file = Path.Combine(_directory, "parameters.json");
        await File.WriteAllTextAsync(file, """{"Limit": 1, "Offset": 0}""");

        var found = await CallAsync(emulator, ["DescribeInstances", "--json", file, "--Limit", "-1"]);

        Assert.Equal(1, found.ExitCode);
        Assert.Contains("Limit", found.Output);
    }

    [Fact]
    public async Task As_a_line_for_curl_it_works_as_it_stands()
    {
        await using var emulator = await StartAsync();
        var line = await CallAsync(emulator, ["DescribePrivateNetworkInstances", "--NetworkInstanceName", "it's", "--curl"]);

        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", line.Output]) { RedirectStandardOutput = true })!;
        var answer = JsonNode.Parse(await shell.StandardOutput.ReadToEndAsync())!["Response"]!;

        Assert.Equal(0, line.ExitCode);
        Assert.StartsWith("curl -s 'http://127.0.0.1:", line.Output);
        Assert.True(answer["Error"] is null || ((string)answer["Error"]!["Code"]!).Contains("Parameter", StringComparison.Ordinal), answer.ToJsonString());
    }

    [Fact]
    public async Task It_goes_by_https_to_whom_it_is_told_to_trust()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Https = true);
        var file = Path.Combine(_directory, "ca.pem");
        await File.WriteAllTextAsync(file, emulator.CertificateAuthority.ExportCertificatePem());

        var trusting = await EmulatorRun.OfAsync(["call", "DescribeZones", "--endpoint", $"{emulator.SecureEndpoint}", "--cacert", file]);
        var distrusting = await EmulatorRun.OfAsync(["call", "DescribeZones", "--endpoint", $"{emulator.SecureEndpoint}"]);

        Assert.Equal((0, 69), (trusting.ExitCode, distrusting.ExitCode));
    }

    [Theory]
    [InlineData(64, "Required argument", "call")]
    [InlineData(64, "--Zone has no value", "call", "DescribeZones", "--Zone")]
    [InlineData(64, "a host of the real cloud", "call", "DescribeZones", "--endpoint", "https://edgezone.tencentcloudapi.com")]
    [InlineData(64, "a host of the real cloud", "call", "DescribeZones", "--endpoint", "cvm.tencentcloudapi.com")]
    [InlineData(64, "is no endpoint", "call", "DescribeZones", "--endpoint", "http://")]
    [InlineData(64, "they come together", "call", "DescribeZones", "--secret-id", "a")]
    [InlineData(64, "holds no JSON object", "call", "DescribeZones", "--json", "/dev/null")]
    [InlineData(69, "does not answer as the API does", "call", "DescribeZones", "--endpoint", "http://127.0.0.1:1")]
    [InlineData(64, "'fish'", "completion", "fish")]
    public async Task What_cannot_be_called_is_said_in_a_line(int exitCode, string complaint, params string[] arguments) =>
        Assert.Contains(complaint, (await EmulatorRun.OfAsync(arguments)).Refusal(exitCode));

    private static Task<EdgeZoneEmulator> StartAsync() => EdgeZoneEmulator.StartAsync(options => options.Settings["Auth:Mode"] = "Strict");

    private static Task<EmulatorRun> CallAsync(EdgeZoneEmulator emulator, string[] arguments) =>
        EmulatorRun.OfAsync(["call", .. arguments, "--endpoint", $"{emulator.Endpoint}"]);
}
