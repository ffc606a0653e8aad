using System.Globalization;
using System.Text;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>A TC3 call that is right unless a test says otherwise, property by property.</summary>
internal sealed record Draft
{
    public string SecretId { get; init; } = Gate.SecretId;

    public string SecretKey { get; init; } = Gate.SecretKey;

    public string Method { get; init; } = "POST";

    public string Query { get; init; } = "";

    public string Body { get; init; } = """{"Limit":20}""";

    /// <summary>The host that is sent.</summary>
    public string Host { get; init; } = "127.0.0.1:8080";

    /// <summary>The host that is signed, when it is another.</summary>
    public string? SignedHost { get; init; }

    public string ContentType { get; init; } = "application/json";

    public string Service { get; init; } = "edgezone";

    public string? Date { get; init; }

    public long Timestamp { get; init; } = Gate.Now;

    public string? Token { get; init; }

    public string? ContentSha256 { get; init; }

    public bool RawHeaderValues { get; init; }

    public IReadOnlyList<string> SignedHeaders { get; init; } = ["content-type", "host"];

    /// <summary>The call, signed; its <c>Authorization</c> changed at last if need be.</summary>
    public Call Sign(Func<string, string>? change = null)
    {
        var sent = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = Host,
            ["Content-Type"] = ContentType,
            ["X-TC-Action"] = "DescribeZones",
            ["X-TC-Timestamp"] = Timestamp.ToString(CultureInfo.InvariantCulture),
        };
        if (Token is not null)
        {
            sent["X-TC-Token"] = Token;
        }

        if (ContentSha256 is not null)
        {
            sent["X-TC-Content-SHA256"] = ContentSha256;
        }

        var authorization = new Tc3Signer(SecretId, SecretKey)
        {
            Method = Method,
            Query = Query,
            Headers = new(SignedHeaders.ToDictionary(name => name, name => name == "host" ? SignedHost ?? Host : sent[name]), StringComparer.Ordinal),
            Body = Encoding.UTF8.GetBytes(Body),
            UnsignedPayload = ContentSha256 == "UNSIGNED-PAYLOAD",
            Timestamp = Timestamp,
            Service = Service,
            Date = Date,
            RawHeaderValues = RawHeaderValues,
        }.Authorization();
        return Call.Tc3(Method, Query, sent, Body, change is null ? authorization : change(authorization));
    }
}
