using System.Globalization;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>The older signature, which the Node SDK of the international site uses by default.</summary>
public class V1Tests
{
    [Fact]
    public void A_known_credential_leads_to_its_sandbox_and_account() =>
        Assert.Equal(new Caller(Gate.SecretId, "mine", 251000000) { SubAccount = "mine/appid/251000000" }, new Gate().Admit(Signed()));

    [Theory]
    [InlineData("HmacSHA256", true)]
    [InlineData("HmacSHA1", false)]
    [InlineData("hmacsha256", false)]
    [InlineData(null, false)]
    public void Only_its_exact_name_selects_sha256(string? method, bool sha256)
    {
        new Gate().Admit(Signed(sha256: sha256, signatureMethod: method));
        Assert.Equal("AuthFailure.SignatureFailure", new Gate().Refuse(Signed(sha256: !sha256, signatureMethod: method)).Code);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public void The_method_is_part_of_what_is_signed(string method)
    {
        new Gate().Admit(Signed(method: method));
        Assert.Equal("AuthFailure.SignatureFailure", new Gate().Refuse(Signed(method: method, signedMethod: "PUT")).Code);
    }

    [Theory]
    [InlineData("127.0.0.1:8080", "127.0.0.1:8080")]
    [InlineData("127.0.0.1:8080", "127.0.0.1")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:8080")]
    public void The_signed_host_may_be_another_spelling_of_the_received_one(string received, string signedHost) =>
        new Gate().Admit(Signed(host: received, signedHost: signedHost));

    [Fact]
    public void With_an_exact_host_no_other_spelling_verifies() =>
        Assert.Equal("AuthFailure.SignatureFailure", new Gate(exactHost: true).Refuse(Signed(signedHost: "127.0.0.1")).Code);

    [Fact]
    public void An_empty_region_stays_in_what_is_signed() => new Gate().Admit(Signed(further: [KeyValuePair.Create("Region", "")]));

    [Fact]
    public void Index_10_comes_before_index_2_and_capitals_before_small_letters() => new Gate().Admit(Signed(further:
    [
        KeyValuePair.Create("a", "small"), KeyValuePair.Create("Z", "capital"),
        .. Enumerable.Range(0, 12).Select(index => KeyValuePair.Create($"InstanceIds.{index}", $"ins-{index}")),
    ]));

    [Fact]
    public void Values_are_signed_decoded() => new Gate().Admit(Signed(further: [KeyValuePair.Create("Name", "中 ~*&=%41+")]));

    [Theory]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(-301, "AuthFailure.SignatureExpire")]
    [InlineData(301, "AuthFailure.SignatureExpire")]
    public void A_timestamp_may_be_five_minutes_off(int seconds, string? code)
    {
        var call = Signed(timestamp: Gate.Now + seconds);
        if (code is null)
        {
            new Gate().Admit(call);
        }
        else
        {
            Assert.Equal(code, new Gate().Refuse(call).Code);
        }
    }

    [Fact]
    public void A_wrong_token_is_refused() =>
        Assert.Equal("AuthFailure.TokenFailure", new Gate().Refuse(Signed(further: [KeyValuePair.Create("Token", "wrong")])).Code);

    [Theory]
    [InlineData(nameof(AuthMode.Strict), null)]
    [InlineData(nameof(AuthMode.Lenient), "somebody")]
    [InlineData(nameof(AuthMode.Off), "somebody")]
    public void An_unknown_secret_id_names_a_sandbox_outside_strict_mode(string mode, string? sandbox)
    {
        var call = Signed(secretId: "somebody");
        if (sandbox is null)
        {
            Assert.Equal("AuthFailure.SecretIdNotFound", new Gate(Enum.Parse<AuthMode>(mode)).Refuse(call).Code);
        }
        else
        {
            Assert.Equal(new Caller("somebody", sandbox, null), new Gate(Enum.Parse<AuthMode>(mode)).Admit(call));
        }
    }

    [Fact]
    public void Off_does_not_look_at_a_known_credentials_signature() =>
        Assert.Equal("mine", new Gate(AuthMode.Off).Admit(Signed(signedMethod: "PUT", timestamp: 1)).Sandbox);

    [Fact]
    public void A_refused_signature_is_explained_without_any_secret()
    {
        var gate = new Gate();

        gate.Refuse(Signed(signedMethod: "PUT", further: [KeyValuePair.Create("Token", "session")]));

        var explanation = Assert.Single(gate.Explanations.Messages);
        Assert.Contains("POST127.0.0.1:8080/?Action=DescribeZones&SecretId=AKIDtest&Timestamp=1795490996&Token=***", explanation);
        Assert.DoesNotContain("session", explanation);
        Assert.DoesNotContain(Gate.SecretKey, explanation);
    }

    private static Call Signed(
        string method = "POST",
        string? signedMethod = null,
        string host = "127.0.0.1:8080",
        string? signedHost = null,
        string secretId = Gate.SecretId,
        long timestamp = Gate.Now,
        string? signatureMethod = null,
        bool sha256 = false,
        IEnumerable<KeyValuePair<string, string>>? further = null)
    {
        List<KeyValuePair<string, string>> parameters =
        [
            KeyValuePair.Create("Timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create("SecretId", secretId),
            KeyValuePair.Create("Action", "DescribeZones"),
            .. further ?? [],
        ];
        if (signatureMethod is not null)
        {
            parameters.Add(KeyValuePair.Create("SignatureMethod", signatureMethod));
        }

        var source = V1Signer.Source(signedMethod ?? method, signedHost ?? host, parameters);
        parameters.Add(KeyValuePair.Create("Signature", V1Signer.Sign(source, Gate.SecretKey, sha256)));
        return Call.V1(method, host, parameters);
    }
}
