using System.Text;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>A call signed with TC3, correct in everything but what a test says otherwise.</summary>
internal sealed record Tc3Call(string? Action, string Body = "{}")
{
    public string Method { get; init; } = "POST";

    /// <summary>The query without its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>In place of <see cref="Body"/> what is no text.</summary>
    public byte[]? Bytes { get; init; }

    public string Path { get; init; } = "/";

    public string? ContentType { get; init; } = "application/json";

    public string? Version { get; init; } = "2026-04-01";

    public string? Region { get; init; } = "ap-guangzhou";

    public string? Language { get; init; }

    /// <summary>What is sent; otherwise <see cref="SecondsOff"/> from now.</summary>
    public string? Timestamp { get; init; }

    public long SecondsOff { get; init; }

    public bool WithoutTimestamp { get; init; }

    public ClientCredential Credential { get; init; } = ClientCredential.BuiltIn;

    public string Service { get; init; } = "edgezone";

    public string? Date { get; init; }

    public string? ContentSha256 { get; init; }

    /// <summary>The <c>Host</c> that is sent, when it is not where the connection goes.</summary>
    public string? SentHost { get; init; }

    /// <summary>The <c>Host</c> that is signed, when it is not the one that is sent.</summary>
    public string? SignedHost { get; init; }

    /// <summary>What is signed, when it is not the body.</summary>
    public string? SignedBody { get; init; }

    /// <summary>In place of a signature; empty for no header at all.</summary>
    public string? Authorization { get; init; }

    public Dictionary<string, string> Others { get; init; } = [];

    public HttpRequestMessage Build(Uri endpoint, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds() + SecondsOff;
        var uri = new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}{Path}{(Query.Length > 0 ? "?" : "")}{Query}");
        var request = new HttpRequestMessage(new HttpMethod(Method), uri);
        var body = Bytes ?? Encoding.UTF8.GetBytes(Body);
        request.Content = new ByteArrayContent(Method == "GET" ? [] : body);
        if (ContentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
            }
        }

        request.Headers.Host = SentHost;
        Add("X-TC-Action", Action);
        Add("X-TC-Version", Version);
        Add("X-TC-Region", Region);
        Add("X-TC-Language", Language);
        Add("X-TC-Token", Credential.Token);
        Add("X-TC-Content-SHA256", ContentSha256);
        Add("X-TC-Timestamp", WithoutTimestamp ? null : Timestamp ?? seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Authorization != "")
        {
            Add("Authorization", Authorization ?? Signer(uri, body, seconds).Authorization());
        }

        foreach (var (name, value) in Others)
        {
            Add(name, value);
        }

        return request;
    }

    private Tc3Signer Signer(Uri uri, byte[] body, long seconds) => new(Credential.SecretId, Credential.SecretKey)
    {
        Method = Method,
        Query = uri.Query.TrimStart('?'),
        Headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = ContentType ?? "",
            ["host"] = SignedHost ?? SentHost ?? uri.Authority,
        },
        Body = SignedBody is null ? body : Encoding.UTF8.GetBytes(SignedBody),
        UnsignedPayload = ContentSha256 == "UNSIGNED-PAYLOAD",
        Timestamp = seconds,
        Service = Service,
        Date = Date,
    };
}
