using System.Globalization;
using System.Text;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>A call signed the older way, correct in everything but what a test says otherwise.</summary>
internal sealed record V1Call(string Action, params (string Key, string Value)[] Parameters)
{
    public string Method { get; init; } = "POST";

    public string? SignatureMethod { get; init; } = "HmacSHA256";

    public ClientCredential Credential { get; init; } = ClientCredential.BuiltIn;

    public long SecondsOff { get; init; }

    /// <summary>Common parameters in place of the right ones; null leaves one out.</summary>
    public Dictionary<string, string?> Common { get; init; } = [];

    /// <summary>Sent behind everything else, unsigned and unencoded.</summary>
    public string Tail { get; init; } = "";

    public string ContentType { get; init; } = "application/x-www-form-urlencoded";

    public HttpRequestMessage Build(Uri endpoint, DateTimeOffset now)
    {
        var common = new Dictionary<string, string?>
        {
            ["Action"] = Action,
            ["Version"] = "2026-04-01",
            ["Region"] = "ap-guangzhou",
            ["Timestamp"] = (now.ToUnixTimeSeconds() + SecondsOff).ToString(CultureInfo.InvariantCulture),
            ["Nonce"] = "11886",
            ["SecretId"] = Credential.SecretId,
            ["Token"] = Credential.Token,
            ["SignatureMethod"] = SignatureMethod,
        };
        foreach (var (key, value) in Common)
        {
            common[key] = value;
        }

        var sent = common.Where(pair => pair.Value is not null && pair.Key != "Signature")
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))
            .Concat(Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value)))
            .ToList();
        var source = V1Signer.Source(Method, endpoint.Authority, sent);
        var signature = Common.TryGetValue("Signature", out var forced) ? forced : V1Signer.Sign(source, Credential.SecretKey, SignatureMethod == "HmacSHA256");
        if (signature is not null)
        {
            sent.Add(KeyValuePair.Create("Signature", signature));
        }

        var encoded = string.Join('&', sent.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")) + Tail;

        if (Method == "GET")
        {
            return new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}/?{encoded}"));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(encoded)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return request;
    }
}
