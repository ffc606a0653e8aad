using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>Who is calling, in the three degrees of strictness, and where the call leads.</summary>
public class UnsignedCallTests
{
    private const string AllAssumed = "Version=2026-04-01, Timestamp=now, Region=ap-guangzhou";

    [Theory]
    [InlineData("Lenient")]
    [InlineData("Off")]
    public async Task An_unsigned_call_works_and_says_what_was_assumed(string mode)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Auth:Mode={mode}");

        var answer = (await emulator.SendUnsignedAsync("DescribeZones")).Succeeded();

        Assert.Equal(AllAssumed, answer.Header("X-Emulator-Assumed"));
        Assert.Equal("default", answer.Header("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task Only_what_was_absent_is_assumed()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Defaults:Region=ap-chengdu");

        var some = await emulator.SendUnsignedAsync("DescribeZones", "{}", ("X-TC-Version", "2026-04-01"), ("X-TC-Region", ""));
        var none = await emulator.SendUnsignedAsync(
            "DescribeZones",
            "{}",
            ("X-TC-Version", "2026-04-01"),
            ("X-TC-Region", "ap-guangzhou"),
            ("X-TC-Timestamp", $"{EmulatorApplication.Start.ToUnixTimeSeconds()}"));

        Assert.Equal("Timestamp=now, Region=ap-chengdu", some.Succeeded().Header("X-Emulator-Assumed"));
        Assert.Null(none.Succeeded().Header("X-Emulator-Assumed"));
    }

    [Fact]
    public async Task What_is_there_is_checked_as_usual()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendUnsignedAsync("DescribeZones", "{}", ("X-TC-Version", "2019-01-01"))).Refused("NoSuchVersion");
        (await emulator.SendUnsignedAsync("DescribeZones", "{}", ("X-TC-Region", "Nowhere!"))).Refused("InvalidParameterValue");
        (await emulator.SendUnsignedAsync("DescribeZones", "{}", ("X-TC-Timestamp", "1"))).Refused("AuthFailure.SignatureExpire");
        (await emulator.SendUnsignedAsync("DescribeZones", "{}", ("X-TC-Timestamp", "soon"))).Refused("InvalidParameter");
        (await emulator.SendUnsignedAsync("DescribeZones", "{} x")).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Off_does_not_look_at_the_time_or_the_signature()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Off");
        var wrong = ClientCredential.BuiltIn with { SecretKey = "wrong", Token = "uncalled-for" };

        (await emulator.SendUnsignedAsync("DescribeZones", "{}", ("X-TC-Timestamp", "1"))).Succeeded();
        Assert.Equal(
            "default",
            (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = wrong, SecondsOff = -9999 })).Succeeded().Header("X-Emulator-Sandbox"));
        Assert.Equal(
            "default",
            (await emulator.SendAsync(new V1Call("DescribeZones") { Credential = wrong, SecondsOff = -9999 })).Succeeded().Header("X-Emulator-Sandbox"));
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Authorization = "Bearer x" })).Succeeded();
    }

    [Fact]
    public async Task Strict_takes_an_unsigned_call_for_what_the_real_gateway_takes_it_for()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        var answer = await emulator.SendUnsignedAsync("DescribeZones");

        answer.Refused("InvalidParameter", "Url key and value should be splited by `=`.");
        Assert.Null(answer.Header("X-Emulator-Assumed"));
        Assert.Null(answer.Header("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task A_call_that_names_no_action_or_has_no_object_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };

        (await emulator.SendAsync(request)).Refused("InvalidParameter", "Url key and value should be splited by `=`.");
        (await emulator.SendUnsignedAsync("DescribeZones", "")).Refused("MissingParameter", "The request is missing a required parameter `Timestamp`.");
    }

    [Theory]
    [InlineData("Lenient")]
    [InlineData("Off")]
    public async Task A_stranger_gets_a_sandbox_named_after_the_secret_id(string mode)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Auth:Mode={mode}");

        var order = new Tc3Call("CreateInstances", EmulatorApplication.Order().ToJsonString()) { Credential = ClientCredential.Stranger };
        var tc3 = (await emulator.SendAsync(order)).Succeeded();
        var v1 = (await emulator.SendAsync(new V1Call("DescribeInstances") { Credential = ClientCredential.Stranger })).Succeeded();

        Assert.Equal("AKIDstranger", tc3.Header("X-Emulator-Sandbox"));
        Assert.Equal("AKIDstranger", v1.Header("X-Emulator-Sandbox"));
        Assert.Equal(tc3.InstanceIds, v1.InstanceIds);
        Assert.Empty((await emulator.CallAsync("DescribeInstances")).InstanceIds);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("é")]
    public async Task A_secret_id_that_no_sandbox_may_be_called_is_unknown(string secretId)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeZones") { Credential = new ClientCredential(secretId, "key") })).Refused("AuthFailure.SecretIdNotFound");
    }

    [Fact]
    public async Task A_configured_credential_leads_where_it_says()
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "Auth:Mode=Strict",
            "Credentials:0:SecretId=AKIDone", "Credentials:0:SecretKey=key",
            "Credentials:1:SecretId=AKIDtwo", "Credentials:1:SecretKey=key", "Credentials:1:Sandbox=team");

        Assert.Equal(
            "AKIDone",
            (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = new("AKIDone", "key") })).Succeeded().Header("X-Emulator-Sandbox"));
        Assert.Equal(
            "team", (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = new("AKIDtwo", "key") })).Succeeded().Header("X-Emulator-Sandbox"));
        (await emulator.CallAsync("DescribeZones")).Refused("AuthFailure.SecretIdNotFound");
    }

    [Fact]
    public async Task Accounts_of_one_sandbox_compete_for_its_stock_and_do_not_see_each_other()
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "Credentials:0:SecretId=AKIDone", "Credentials:0:SecretKey=key", "Credentials:0:Sandbox=team", "Credentials:0:AppId=1001",
            "Credentials:1:SecretId=AKIDtwo", "Credentials:1:SecretKey=key", "Credentials:1:Sandbox=team", "Credentials:1:AppId=1002");
        var order = EmulatorApplication.Order("BMG.H20X8").ToJsonString();

        (await emulator.SendAsync(new Tc3Call("CreateInstances", order) { Credential = new("AKIDone", "key") })).Succeeded();

        Assert.Empty((await emulator.SendAsync(new Tc3Call("DescribeInstances") { Credential = new("AKIDtwo", "key") })).InstanceIds);
        (await emulator.SendAsync(new Tc3Call("CreateInstances", order) { Credential = new("AKIDtwo", "key") })).Refused("InvalidParameterValue");
        Assert.Equal(0, emulator.Cloud("team").Execute(new ReadStock(new ZoneCode("ap-guangzhou-1"), "BMG.H20X8")).Free);
    }

    [Theory]
    [InlineData("Lenient", null)]
    [InlineData("Off", null)]
    [InlineData("Strict", "AuthFailure.InvalidAuthorization")]
    public async Task Skip_in_place_of_a_signature(string mode, string? code)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Auth:Mode={mode}");

        var answer = await emulator.SendAsync(new Tc3Call("DescribeZones") { Authorization = "SKIP" });

        Assert.Equal(code, answer.Code);
        Assert.Equal(code is null ? "default" : null, answer.Header("X-Emulator-Sandbox"));
    }

    [Fact]
    public async Task The_number_of_sandboxes_is_bounded_and_nothing_is_evicted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Maximum=2");
        Tc3Call Of(string secretId) => new("DescribeZones") { Credential = new(secretId, "key") };

        (await emulator.SendAsync(Of("AKIDfirst"))).Succeeded();
        (await emulator.SendAsync(Of("AKIDsecond"))).Refused(
            "AuthFailure.UnauthorizedOperation",
            "This SecretId has no sandbox yet, and the emulator already holds the 2 that Emulator:Sandboxes:Maximum allows.");
        (await emulator.SendAsync(Of("AKIDfirst"))).Succeeded();
        (await emulator.CallAsync("DescribeZones")).Succeeded();
    }

    [Fact]
    public async Task Only_the_exact_host_and_service_pass_where_that_is_wanted()
    {
        await using var open = await EmulatorApplication.StartAsync();
        await using var exact = await EmulatorApplication.StartAsync("Auth:ExactHost=true");
        var call = new Tc3Call("DescribeZones") { Service = "localhost" };

        (await open.SendAsync(call)).Succeeded();
        (await exact.SendAsync(call)).Refused("AuthFailure.InvalidAuthorization");
        (await exact.CallAsync("DescribeZones")).Succeeded();
    }
}
