using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>A refused call says where it would have been played, and makes no sandbox.</summary>
public class DestinationTests
{
    private static readonly ClientCredential Wrong = ClientCredential.BuiltIn with { SecretKey = "wrong" };

    /// <summary>Signed with TC3, refused at every station of the way.</summary>
    public static TheoryData<string> Stations =>
        ["method", "query", "header", "json", "region", "version", "action", "content", "scope", "expired", "signature", "token", "missing", "name"];

    /// <summary>The same but for what is never looked at when nobody knows the SecretId.</summary>
    public static TheoryData<string> StationsOfStrangers =>
        ["method", "query", "header", "json", "region", "version", "action", "content", "expired", "missing", "name"];

    [Theory]
    [MemberData(nameof(Stations))]
    public async Task A_refused_call_of_a_known_caller_leads_to_its_sandbox(string station)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        var answer = await emulator.SendAsync(Refused(station));

        Assert.NotNull(answer.Code);
        Assert.Equal("default", answer.Header("X-Emulator-Sandbox"));
    }

    [Theory]
    [MemberData(nameof(StationsOfStrangers))]
    public async Task A_refused_call_of_a_stranger_leads_to_a_sandbox_that_is_not_made(string station)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.SendAsync(Refused(station) with { Credential = ClientCredential.Stranger });

        Assert.NotNull(answer.Code);
        Assert.Equal("AKIDstranger", answer.Header("X-Emulator-Sandbox"));
        Assert.Equal(station == "name" ? ["AKIDstranger", "default"] : ["default"], Names(emulator));
    }

    [Theory]
    [InlineData("Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=content-type;host;host, Signature=0")]
    [InlineData("Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=content-type;host")]
    [InlineData("Credential=emulator/today/edgezone/tc3_request, SignedHeaders=content-type;host, Signature=0")]
    [InlineData("Credential=emulator/2026-01-13, SignedHeaders=content-type;host, Signature=0")]
    [InlineData("Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeader=content-type;host, Signature=0")]
    public async Task A_signature_that_is_malformed_behind_its_secret_id(string parts)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        var answer = await emulator.SendAsync(new Tc3Call("DescribeZones") { Authorization = $"TC3-HMAC-SHA256 {parts}" });

        Assert.Equal("default", answer.Refused("AuthFailure.InvalidAuthorization").Header("X-Emulator-Sandbox"));
    }

    [Theory]
    [InlineData("Timestamp")]
    [InlineData("Nonce")]
    [InlineData("Signature")]
    [InlineData("Action")]
    [InlineData("Version")]
    [InlineData("Region")]
    public async Task The_older_signature_without_a_field(string missing)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        foreach (var method in new[] { "GET", "POST" })
        {
            var answer = await emulator.SendAsync(new V1Call("DescribeZones") { Method = method, Common = { [missing] = null } });

            Assert.Equal(("MissingParameter", "default"), (answer.Code, answer.Header("X-Emulator-Sandbox")));
        }
    }

    [Fact]
    public async Task The_older_signature_with_a_fault_or_a_wrong_signature()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var loose = await emulator.SendAsync(new V1Call("DescribeZones") { Tail = "&loose" });
        var wrong = await emulator.SendAsync(new V1Call("DescribeZones") { Credential = Wrong });

        Assert.Equal("default", loose.Refused("InvalidParameter").Header("X-Emulator-Sandbox"));
        Assert.Equal("default", wrong.Refused("AuthFailure.SignatureFailure").Header("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task A_call_over_the_rate_limit()
    {
        await using var emulator = await EmulatorApplication.StartAsync("RateLimit:Enabled=true", "RateLimit:PerSecond=1");
        await emulator.CallAsync("DescribeZones");

        Assert.Equal("default", (await emulator.CallAsync("DescribeZones")).Refused("RequestLimitExceeded").Header("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task An_unsigned_call_that_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal("default", (await emulator.SendUnsignedAsync("DescribeX")).Refused("InvalidAction").Header("X-Emulator-Sandbox"));
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("SKIP")]
    [InlineData("TC3-HMAC-SHA256 Credential=, SignedHeaders=content-type;host, Signature=0")]
    [InlineData("TC3-HMAC-SHA256 Signature=0")]
    public async Task Who_names_nobody_leads_nowhere(string authorization)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        Assert.Null((await emulator.SendAsync(new Tc3Call("DescribeZones") { Authorization = authorization })).Header("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task Who_finds_no_sandbox_leads_nowhere()
    {
        await using var strict = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        await using var full = await EmulatorApplication.StartAsync("Sandboxes:Maximum=1");
        var call = new Tc3Call("DescribeZones") { Credential = ClientCredential.Stranger };

        Assert.Null((await strict.SendAsync(call)).Refused("AuthFailure.SecretIdNotFound").Header("X-Emulator-Sandbox"));
        Assert.Null((await full.SendAsync(call)).Refused("AuthFailure.UnauthorizedOperation").Header("X-Emulator-Sandbox"));
    }

    private static Tc3Call Refused(string station)
    {
        var call = new Tc3Call("DescribeZones");
        return station switch
        {
            "method" => call with { Method = "PUT" },
            "query" => call with { Method = "GET", Query = new string('a', 40_000) },
            "header" => call with { Version = null },
            "json" => call with { Body = "[]" },
            "region" => call with { Region = "Nowhere!" },
            "version" => call with { Version = "2019-01-01" },
            "action" => call with { Action = "DescribeX" },
            "content" => call with { ContentType = "text/xml" },
            "scope" => call with { Service = "cvm" },
            "expired" => call with { SecondsOff = -3600 },
            "signature" => call with { SignedBody = "{ }" },
            "token" => call with { Credential = ClientCredential.BuiltIn with { Token = "uncalled-for" } },
            "missing" => call with { Region = null },
            _ => call with { Body = """{"Foo":1}""" },
        };
    }

    private static IReadOnlyList<string> Names(EmulatorApplication emulator) => emulator.Services.GetRequiredService<SandboxRegistry>().Names;
}
