using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>Published examples and requests captured from unmodified SDK releases.</summary>
public class SignatureVectorTests
{
    private const string SignatureFailure = "AuthFailure.SignatureFailure";

    public static TheoryData<string> Names => [.. SignatureVector.All.Keys];

    [Fact]
    public void All_vectors_are_there() => Assert.Equal(38, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_independent_signer_gives_the_published_signature(string name)
    {
        var vector = SignatureVector.All[name];
        if (vector.IsTc3)
        {
            // Two spaces instead of one are the .NET SDK's spelling, not part of what is signed.
            Assert.Equal(vector.ExpectedAuthorization.Replace("  ", " "), vector.Signer().Authorization());
            return;
        }

        var parameters = V1Signer.Decode(vector.Method == "GET" ? vector.Query : vector.Body);
        var source = V1Signer.Source(vector.Method, vector.SignedHost, parameters);
        Assert.Equal(vector.StringToSign, source);
        var sha256 = parameters.Contains(KeyValuePair.Create("SignatureMethod", "HmacSHA256"));
        Assert.Equal(vector.ExpectedSignature, V1Signer.Sign(source, vector.SecretKey, sha256));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_request_is_accepted(string name)
    {
        var vector = SignatureVector.All[name];

        var caller = GateFor(vector).Admit(Call.From(vector));

        Assert.Equal(vector.SecretId, caller.SecretId);
        Assert.Equal("of-the-vector", caller.Sandbox);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_changed_character_of_what_it_says_is_refused_unless_that_is_unsigned(string name)
    {
        var vector = SignatureVector.All[name];
        var call = Call.From(vector, changeContent: content => Changed(content, 0));

        if (call.Request is ApiRequest.Tc3 { Headers.ContentSha256: "UNSIGNED-PAYLOAD" })
        {
            Assert.Equal("of-the-vector", GateFor(vector).Admit(call).Sandbox);
        }
        else
        {
            Assert.Equal(SignatureFailure, GateFor(vector).Refuse(call).Code);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_changed_character_of_the_signature_is_refused(string name)
    {
        var vector = SignatureVector.All[name];
        var call = Call.From(vector, changeSignature: signature => Changed(signature, signature.Length - 3));

        Assert.Equal(SignatureFailure, GateFor(vector).Refuse(call).Code);
    }

    private static Gate GateFor(SignatureVector vector) => new(
        AuthMode.Strict,
        now: vector.Timestamp,
        credentials: new CredentialSettings
        {
            SecretId = vector.SecretId,
            SecretKey = vector.SecretKey,
            Token = vector.Headers.GetValueOrDefault("X-TC-Token"),
            Sandbox = "of-the-vector",
        });

    private static string Changed(string text, int index) => $"{text[..index]}{(text[index] == 'x' ? 'y' : 'x')}{text[(index + 1)..]}";
}
