using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>How much each mode wants to be proven.</summary>
public class AuthModeTests
{
    private const string Malformed = "The request `Authorization` header does not conform to tencentcloud standards: ";

    private static readonly Caller UnsignedCaller = new("", "default", null);

    [Theory]
    [InlineData(nameof(AuthMode.Lenient))]
    [InlineData(nameof(AuthMode.Off))]
    public void An_unsigned_call_is_played_in_the_default_sandbox(string mode) =>
        Assert.Equal(UnsignedCaller, new Gate(Enum.Parse<AuthMode>(mode)).Admit(Call.Unsigned(Gate.Now)));

    [Fact]
    public void Strict_refuses_an_unsigned_call() => Assert.Equal(
        ("MissingParameter", "The request header is missing a required common parameter `Authorization`."),
        new Gate(AuthMode.Strict).Refuse(Call.Unsigned(Gate.Now)));

    [Fact]
    public void The_window_holds_for_an_unsigned_call_with_a_timestamp_too()
    {
        Assert.Equal("AuthFailure.SignatureExpire", new Gate(AuthMode.Lenient).Refuse(Call.Unsigned(Gate.Now - 301)).Code);
        Assert.Equal(UnsignedCaller, new Gate(AuthMode.Lenient).Admit(Call.Unsigned(timestamp: null)));
        Assert.Equal(UnsignedCaller, new Gate(AuthMode.Off).Admit(Call.Unsigned(Gate.Now - 301)));
    }

    [Fact]
    public void Skip_is_an_unsigned_call_outside_strict_mode()
    {
        var call = new Draft().Sign(_ => "SKIP");

        Assert.Equal(UnsignedCaller, new Gate(AuthMode.Lenient).Admit(call));
        Assert.Equal(UnsignedCaller, new Gate(AuthMode.Off).Admit(call));
        Assert.Equal(("AuthFailure.InvalidAuthorization", Malformed + "`SKIP` not valid for this action."), new Gate(AuthMode.Strict).Refuse(call));
    }

    [Fact]
    public void Lenient_believes_an_unknown_secret_id_whatever_it_signed()
    {
        var call = new Draft { SecretId = "somebody", Service = "cvm", Date = "2020-01-01", ContentSha256 = "wrong", SignedHeaders = ["host"] }.Sign();

        Assert.Equal(new Caller("somebody", "somebody", null), new Gate(AuthMode.Lenient).Admit(call));
    }

    [Fact]
    public void Lenient_still_wants_a_current_timestamp() => Assert.Equal(
        "AuthFailure.SignatureExpire",
        new Gate(AuthMode.Lenient).Refuse(new Draft { SecretId = "somebody", Timestamp = Gate.Now - 301 }.Sign()).Code);

    [Fact]
    public void Lenient_checks_a_known_secret_id() =>
        Assert.Equal("AuthFailure.SignatureFailure", new Gate(AuthMode.Lenient).Refuse(new Draft { SecretKey = "wrong" }.Sign()).Code);

    [Fact]
    public void Strict_knows_only_what_is_configured() => Assert.Equal(
        ("AuthFailure.SecretIdNotFound", "The SecretId is not found, please ensure that your SecretId is correct."),
        new Gate(AuthMode.Strict).Refuse(new Draft { SecretId = "somebody" }.Sign()));

    [Fact]
    public void Strict_checks_scope_and_time_before_the_secret_id()
    {
        var gate = new Gate(AuthMode.Strict);

        Assert.Equal("AuthFailure.InvalidAuthorization", gate.Refuse(new Draft { SecretId = "somebody", Service = "cvm" }.Sign()).Code);
        Assert.Equal("AuthFailure.SignatureExpire", gate.Refuse(new Draft { SecretId = "somebody", Timestamp = Gate.Now - 301 }.Sign()).Code);
    }

    [Fact]
    public void Off_checks_nothing_of_a_known_secret_id()
    {
        var call = new Draft { SecretKey = "wrong", Service = "cvm", Date = "2020-01-01", Timestamp = 1, Token = "wrong", ContentSha256 = "wrong" }.Sign();

        Assert.Equal("mine", new Gate(AuthMode.Off).Admit(call).Sandbox);
    }

    [Fact]
    public void Off_routes_an_unknown_secret_id_as_lenient_does() =>
        Assert.Equal("somebody", new Gate(AuthMode.Off).Admit(new Draft { SecretId = "somebody", Timestamp = 1 }.Sign()).Sandbox);

    [Theory]
    [InlineData(nameof(AuthMode.Lenient), true)]
    [InlineData(nameof(AuthMode.Off), true)]
    [InlineData(nameof(AuthMode.Strict), false)]
    public void The_built_in_pair_leads_to_the_default_sandbox_outside_strict_mode(string mode, bool accepted)
    {
        var call = new Draft { SecretId = "emulator", SecretKey = "emulator" }.Sign();
        if (accepted)
        {
            Assert.Equal(new Caller("emulator", "default", null), new Gate(Enum.Parse<AuthMode>(mode)).Admit(call));
        }
        else
        {
            Assert.Equal("AuthFailure.SecretIdNotFound", new Gate(Enum.Parse<AuthMode>(mode)).Refuse(call).Code);
        }
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("a\u0007b")]
    [InlineData("a\r\nX-Injected: yes")]
    [InlineData("ключ")]
    [InlineData("")]
    [InlineData("129")]
    public void A_secret_id_that_means_something_in_a_header_or_a_url_is_never_a_sandbox(string secretId)
    {
        secretId = secretId == "129" ? new string('x', 129) : secretId;

        foreach (var mode in Enum.GetValues<AuthMode>())
        {
            Assert.Equal("AuthFailure.SecretIdNotFound", new Gate(mode).Refuse(new Draft { SecretId = secretId }.Sign()).Code);
        }
    }

    [Theory]
    [InlineData("", "`Algorithm` not valid")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/2026-11-24/edgezone/tc3_request, SignedHeaders=host, Signature=0", "`Algorithm` not valid")]
    [InlineData("TC3-HMAC-SHA256", "`Algorithm` not valid")]
    [InlineData("TC3-HMAC-SHA256,Credential=a/2026-11-24/edgezone/tc3_request", "`Algorithm` not valid")]
    [InlineData("TC3-HMAC-SHA256 ", "`Credential`, `SignedHeaders` and `Signature` must be given once each")]
    [InlineData("TC3-HMAC-SHA256 nonsense", "`Credential`, `SignedHeaders` and `Signature` must be given once each")]
    [InlineData("TC3-HMAC-SHA256 Signature=0, Signature=1", "`Credential`, `SignedHeaders` and `Signature` must be given once each")]
    [InlineData("TC3-HMAC-SHA256 SignedHeaders=host, Signature=0", "`Credential` not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/2026-11-24/tc3_request, SignedHeaders=host, Signature=0", "`Credential` not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/b/2026-11-24/edgezone/tc3_request, SignedHeaders=host, Signature=0", "`Credential` not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/20261124/edgezone/tc3_request, SignedHeaders=host, Signature=0", "`Date` in Credential not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/2026-11-24//tc3_request, SignedHeaders=host, Signature=0", "`Service` in Credential not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/2026-11-24/edgezone/aws4_request, SignedHeaders=host, Signature=0", "`tc3_request` in Credential not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/2026-11-24/edgezone/tc3_request, Signature=0", "`SignedHeaders` not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/2026-11-24/edgezone/tc3_request, SignedHeaders=host", "`Signature` not valid")]
    public void A_malformed_authorization_is_refused_by_the_part_that_is_wrong_except_in_off(string authorization, string clause)
    {
        var call = new Draft().Sign(_ => authorization);

        Assert.Equal(("AuthFailure.InvalidAuthorization", $"{Malformed}{clause}."), new Gate(AuthMode.Strict).Refuse(call));
        Assert.Equal(("AuthFailure.InvalidAuthorization", $"{Malformed}{clause}."), new Gate(AuthMode.Lenient).Refuse(call));
        Assert.Equal(UnsignedCaller, new Gate(AuthMode.Off).Admit(call));
    }
}
