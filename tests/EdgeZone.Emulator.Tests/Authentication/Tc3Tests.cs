using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>What official SDKs do differently from the description of TC3, and what a known credential has to get right.</summary>
public class Tc3Tests
{
    private const string SignatureFailure = "AuthFailure.SignatureFailure";

    [Fact]
    public void A_known_credential_leads_to_its_sandbox_and_account() =>
        Assert.Equal(new Caller(Gate.SecretId, "mine", 251000000) { SubAccount = "mine/appid/251000000" }, new Gate().Admit(new Draft().Sign()));

    [Fact]
    public void A_wrong_key_is_refused_with_the_published_text() => Assert.Equal(
        (SignatureFailure, "The provided credentials could not be validated. Please check your signature is correct."),
        new Gate().Refuse(new Draft { SecretKey = "wrong" }.Sign()));

    [Fact]
    public void Dotnet_sends_two_spaces_behind_the_algorithm() =>
        new Gate().Admit(new Draft().Sign(text => text.Replace("TC3-HMAC-SHA256 ", "TC3-HMAC-SHA256  ")));

    [Theory]
    [InlineData(", ", ",")]
    [InlineData(", ", " ,  ")]
    public void Blanks_around_commas_are_optional(string from, string to) => new Gate().Admit(new Draft().Sign(text => text.Replace(from, to)));

    [Fact]
    public void Node_signs_the_host_without_its_port() => new Gate().Admit(new Draft { SignedHost = "127.0.0.1", Service = "127" }.Sign());

    [Theory]
    [InlineData("[::1]:8080", "[::1]")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:8080/", "127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080", "https://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1")]
    public void The_signed_host_may_be_another_spelling_of_the_received_one(string received, string signedHost) =>
        new Gate().Admit(new Draft { Host = received, SignedHost = signedHost }.Sign());

    [Theory]
    [InlineData("127.0.0.1:8080", "127.0.0.1:9090")]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("127.0.0.1:8080", "")]
    public void A_signed_host_that_nobody_can_have_meant_is_refused(string received, string signedHost) =>
        Assert.Equal(SignatureFailure, new Gate().Refuse(new Draft { Host = received, SignedHost = signedHost }.Sign()).Code);

    [Theory]
    [InlineData("127.0.0.1:8080", "127")]
    [InlineData("localhost:8080", "localhost:8080")]
    [InlineData("http://localhost:8080/", "localhost:8080")]
    [InlineData("edgezone.intl.tencentcloudapi.com", "edgezone")]
    public void The_service_may_be_the_first_label_of_the_host(string host, string service) =>
        new Gate().Admit(new Draft { Host = host, Service = service }.Sign());

    [Theory]
    [InlineData("cvm", false)]
    [InlineData("127.0", false)]
    [InlineData("127", true)]
    public void Another_service_is_refused_with_the_published_text(string service, bool exactHost) => Assert.Equal(
        (
            "AuthFailure.InvalidAuthorization",
            "The request `Authorization` header does not conform to tencentcloud standards: `Service` in Credential not valid."),
        new Gate(exactHost: exactHost).Refuse(new Draft { Service = service }.Sign()));

    [Fact]
    public void With_an_exact_host_no_other_spelling_verifies()
    {
        var gate = new Gate(exactHost: true);

        gate.Admit(new Draft().Sign());
        Assert.Equal(SignatureFailure, gate.Refuse(new Draft { SignedHost = "127.0.0.1" }.Sign()).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Header_values_may_be_signed_in_lower_case_or_as_they_are(bool raw) =>
        new Gate().Admit(new Draft { Host = "Emulator.Local:8080", ContentType = "application/json; charset=UTF-8", RawHeaderValues = raw }.Sign());

    [Fact]
    public void Further_headers_may_be_signed() => new Gate().Admit(
        new Draft { SignedHeaders = ["content-type", "host", "x-tc-action", "x-tc-timestamp"] }.Sign());

    [Theory]
    [InlineData("host")]
    [InlineData("content-type")]
    public void Host_and_content_type_must_be_signed(string only) => Assert.Equal(
        (
            "AuthFailure.InvalidAuthorization",
            "The request `Authorization` header does not conform to tencentcloud standards: `SignedHeaders` must contain `content-type` and `host`."),
        new Gate().Refuse(new Draft { SignedHeaders = [only] }.Sign()));

    [Fact]
    public void A_query_is_signed_as_sent_for_a_get_only()
    {
        const string query = "Offset=0&InstanceIds.1=%E4%b8%ad~*&InstanceIds.0=a+b%20c";

        new Gate().Admit(new Draft { Method = "GET", Query = query, Body = "" }.Sign());
        new Gate().Admit(new Draft { Query = "ignored=yes" }.Sign());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", """{"Limit":20}""")]
    public void An_unsigned_payload_is_a_word_for_every_method(string method, string body) =>
        new Gate().Admit(new Draft { Method = method, Body = body, ContentSha256 = "UNSIGNED-PAYLOAD" }.Sign());

    [Theory]
    [InlineData("a57cef16e2d7c9d9a9e3b6a2d6a2b5a6c1d0f7f7a3e4b5c6d7e8f9a0b1c2d3e4")]
    [InlineData("unsigned-payload")]
    public void A_stated_hash_that_is_not_the_bodys_is_refused(string stated) => Assert.Equal(
        ("InvalidParameterValue", "The value specified in `X-TC-Content-SHA256` is not correct."),
        new Gate().Refuse(new Draft { ContentSha256 = stated }.Sign()));

    [Theory]
    [InlineData("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")]
    [InlineData("44136FA355B3678A1146AD16F7E8649E94FB4FC21FE77E8310C060F61CAAFF8A")]
    public void A_stated_hash_that_is_the_bodys_is_accepted(string stated) =>
        new Gate().Admit(new Draft { Body = "{}", ContentSha256 = stated }.Sign());

    [Fact]
    public void A_long_query_and_a_long_body_are_verified_like_short_ones()
    {
        new Gate().Admit(new Draft { Method = "GET", Body = "", Query = "Filler=" + new string('x', 32_000) }.Sign());
        new Gate().Admit(new Draft { Body = $$"""{"Filler":"{{new string('é', 1_000_000)}}"}""" }.Sign());
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(0)]
    [InlineData(300)]
    public void A_timestamp_may_be_five_minutes_off(int seconds) => new Gate().Admit(new Draft { Timestamp = Gate.Now + seconds }.Sign());

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public void A_timestamp_further_off_is_refused_even_before_the_signature(int seconds) => Assert.Equal(
        ("AuthFailure.SignatureExpire", "The signature is expired, please request again."),
        new Gate().Refuse(new Draft { Timestamp = Gate.Now + seconds, SecretKey = "wrong" }.Sign()));

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_timestamp_out_of_this_world_has_expired(long timestamp) =>
        Assert.Equal("AuthFailure.SignatureExpire", new Gate().Refuse(new Draft { Timestamp = timestamp, Date = "2026-11-24" }.Sign()).Code);

    [Fact]
    public void The_date_of_the_scope_is_the_timestamps_in_utc() => Assert.Equal(
        (
            "AuthFailure.InvalidAuthorization",
            "The request `Authorization` header does not conform to tencentcloud standards: `Date` in Credential not valid."),
        new Gate().Refuse(new Draft { Date = "2026-11-25" }.Sign()));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "", true)]
    [InlineData(null, "unexpected", false)]
    [InlineData("session", "session", true)]
    [InlineData("session", "wrong", false)]
    [InlineData("session", "", false)]
    [InlineData("session", null, false)]
    public void A_token_must_be_the_credentials_own(string? credentials, string? sent, bool accepted)
    {
        var gate = new Gate(credentials: new CredentialSettings { SecretId = Gate.SecretId, SecretKey = Gate.SecretKey, Token = credentials });
        var call = new Draft { Token = sent }.Sign();

        if (accepted)
        {
            gate.Admit(call);
        }
        else
        {
            Assert.Equal(("AuthFailure.TokenFailure", "Token verification failed, please check if your Token is correct"), gate.Refuse(call));
        }
    }

    [Fact]
    public void A_wrong_signature_is_reported_before_a_wrong_token() =>
        Assert.Equal(SignatureFailure, new Gate().Refuse(new Draft { SecretKey = "wrong", Token = "wrong" }.Sign()).Code);

    [Fact]
    public void A_refused_signature_is_explained_without_any_secret()
    {
        var gate = new Gate();
        var draft = new Draft { SecretKey = "wrong", Token = "session", SignedHeaders = ["content-type", "host", "x-tc-token"] };

        gate.Refuse(draft.Sign());

        var explanation = Assert.Single(gate.Explanations.Messages);
        Assert.StartsWith("Debug: ", explanation);
        Assert.Contains("POST\n/\n\ncontent-type:application/json\nhost:127.0.0.1:8080\nx-tc-token:***\n\ncontent-type;host;x-tc-token\n", explanation);
        Assert.Contains($"TC3-HMAC-SHA256\n{Gate.Now}\n2026-11-24/edgezone/tc3_request\n", explanation);
        Assert.DoesNotContain("session", explanation);
        Assert.DoesNotContain("Limit", explanation);
        Assert.DoesNotContain(Gate.SecretKey, explanation);
    }
}
