using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The other side of the desk: signs a call with TC3-HMAC-SHA256 as a client does, for those who call an emulator without an SDK. It signs
/// the two headers that every official SDK signs. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
/// <param name="secretId">The id that the call names.</param>
/// <param name="secretKey">The key that signs.</param>
/// <param name="token">The session token of a temporary credential; null for a permanent one.</param>
internal sealed class CallSigner(string secretId, string secretKey, string? token = null)
{
    private const string SignedHeaders = "content-type;host";

    private const string Json = "application/json";

    // What official SDKs send with a GET, whose parameters are in its query.
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>
    /// Puts signature, timestamp and token on a request that is otherwise ready, those of before replaced. A request without a content type
    /// gets one, since it is signed: JSON, or a form for a GET.
    /// </summary>
    /// <param name="request">It has an absolute address.</param>
    /// <param name="body">What its content will send.</param>
    /// <param name="now">When it is signed; the emulator takes it for some minutes before and after.</param>
    public void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var isGet = request.Method == HttpMethod.Get;
        request.Content ??= new ByteArrayContent([]);
        if (!request.Content.Headers.NonValidated.Contains("Content-Type"))
        {
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(isGet ? Form : Json);
        }

        var address = request.RequestUri!;
        Replace(request.Headers, "X-TC-Timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Replace(request.Headers, "X-TC-Token", token);
        Replace(request.Headers, "Authorization", Authorization(
            request.Method.Method,
            address.Query.TrimStart('?'),
            request.Content.Headers.NonValidated["Content-Type"].ToString(),
            request.Headers.Host ?? address.Authority,
            body,
            now));
    }

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="query">The query as it is sent, without its question mark; only a GET signs it.</param>
    /// <param name="contentType">The header as it is sent.</param>
    /// <param name="host">The header as it is sent.</param>
    /// <param name="body">The body as it is sent; a GET signs none.</param>
    /// <param name="now">The instant of <c>X-TC-Timestamp</c>.</param>
    public string Authorization(string method, string query, string contentType, string host, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var isGet = method == "GET";
        var hash = Hex(SHA256.HashData(isGet ? [] : body));
        var canonical = string.Create(
            CultureInfo.InvariantCulture,
            $"{method}\n/\n{(isGet ? query : "")}\ncontent-type:{Value(contentType)}\nhost:{Value(host)}\n\n{SignedHeaders}\n{hash}");
        var date = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scope = $"{date}/{EdgeZoneApi.Product}/{Tc3Authorization.ScopeEnd}";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Tc3Authorization.Algorithm}\n{now.ToUnixTimeSeconds()}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}");
        var key = SigningKeyCache.Derive(secretKey, date, EdgeZoneApi.Product);
        return $"{Tc3Authorization.Algorithm} Credential={secretId}/{scope}, SignedHeaders={SignedHeaders}, "
            + $"Signature={Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}";
    }

    private static void Replace(HttpRequestHeaders headers, string name, string? value)
    {
        headers.Remove(name);
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string Value(string header) => header.Trim().ToLowerInvariant();

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
