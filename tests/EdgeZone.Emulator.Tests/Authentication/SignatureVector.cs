using System.Text;
using System.Text.Json;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>One published or captured request with the signature that the real service accepts for it.</summary>
internal sealed class SignatureVector
{
    private readonly JsonElement _facts;

    private SignatureVector(JsonElement facts) => _facts = facts;

    /// <summary>All vectors by name. The data file beside this class is embedded as a resource.</summary>
    public static IReadOnlyDictionary<string, SignatureVector> All { get; } = Load();

    public string Name => Text("name");

    public bool IsTc3 => Text("kind") == "TC3";

    public string Method => Text("method");

    public string Query => Text("query");

    public string Body => Text("body");

    public string SecretId => Text("secretId");

    public string SecretKey => Text("secretKey");

    public long Timestamp => _facts.GetProperty("timestamp").GetInt64();

    public string Service => Text("service");

    public string StringToSign => Text("stringToSign");

    public string ExpectedAuthorization => Text("expectedAuthorization");

    public string ExpectedSignature => Text("expectedSignature");

    public string Host => Headers["Host"];

    /// <summary>The host that the client signed, where it differs from the one it sent.</summary>
    public string SignedHost => _facts.TryGetProperty("signedHost", out var host) ? host.GetString()! : Host;

    public IReadOnlyDictionary<string, string> Headers => _facts.GetProperty("headers").EnumerateObject()
        .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The request as a client signs it.</summary>
    public Tc3Signer Signer()
    {
        var names = ExpectedAuthorization.Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        return new Tc3Signer(SecretId, SecretKey)
        {
            Method = Method,
            Query = Query,
            Headers = new SortedDictionary<string, string>(
                names.ToDictionary(name => name, name => name == "host" ? SignedHost : Headers[name]), StringComparer.Ordinal),
            Body = Encoding.UTF8.GetBytes(Body),
            UnsignedPayload = Headers.GetValueOrDefault("X-TC-Content-SHA256") == "UNSIGNED-PAYLOAD",
            Timestamp = Timestamp,
            Service = Service,
        };
    }

    private string Text(string name) => _facts.GetProperty(name).GetString()!;

    private static Dictionary<string, SignatureVector> Load()
    {
        using var data = typeof(SignatureVector).Assembly.GetManifestResourceStream("signature-vectors.json")!;
        using var document = JsonDocument.Parse(data);
        return document.RootElement.EnumerateArray().Select(facts => new SignatureVector(facts.Clone())).ToDictionary(vector => vector.Name);
    }
}
