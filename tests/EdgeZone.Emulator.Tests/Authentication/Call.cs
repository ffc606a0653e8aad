using System.Globalization;
using System.Text;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>A call as the gateway passes it on for authentication.</summary>
internal sealed record Call(ApiRequest Request)
{
    private static readonly CommonParameters Common = new("DescribeZones", "2026-04-01", Region: null, Language: null);

    /// <summary>A TC3 call; the headers hold everything that was sent, <c>Authorization</c> apart.</summary>
    public static Call Tc3(string method, string query, IReadOnlyDictionary<string, string> headers, string body, string authorization)
    {
        var sent = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            sent[name] = value;
        }

        var received = new ReceivedRequest
        {
            Method = method,
            RawQuery = query,
            Headers = sent,
            Host = headers["Host"],
            Form = RequestForm.Tc3Json,
            Body = Encoding.UTF8.GetBytes(body),
        };
        return new Call(new ApiRequest.Tc3Json(received, Common, new Tc3Headers
        {
            Timestamp = long.Parse(headers["X-TC-Timestamp"], CultureInfo.InvariantCulture),
            Token = headers.GetValueOrDefault("X-TC-Token") is { Length: > 0 } token ? token : null,
            ContentSha256 = headers.GetValueOrDefault("X-TC-Content-SHA256"),
            Authorization = authorization,
        }));
    }

    /// <summary>A JSON call that nobody signed.</summary>
    public static Call Unsigned(long? timestamp) => new(new ApiRequest.Unsigned(
        new ReceivedRequest { Method = "POST", RawQuery = "", Headers = new HeaderDictionary(), Host = "localhost", Form = RequestForm.Unsigned },
        Common,
        timestamp));

    /// <summary>A v1 call, with its parameters where the method has them.</summary>
    public static Call V1(string method, string host, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        string? Value(string name)
        {
            var value = parameters.FirstOrDefault(parameter => parameter.Key == name).Value;
            return string.IsNullOrEmpty(value) ? null : value;
        }

        var fields = new V1Fields
        {
            Timestamp = long.Parse(Value("Timestamp")!, CultureInfo.InvariantCulture),
            Token = Value("Token"),
            SecretId = Value("SecretId")!,
            Signature = Value("Signature")!,
            SignatureMethod = Value("SignatureMethod"),
        };
        return new Call(new ApiRequest.V1(
            new ReceivedRequest { Method = method, RawQuery = "", Headers = new HeaderDictionary(), Host = host, Form = RequestForm.V1 },
            Common,
            fields,
            [.. parameters.Select(parameter => new FlatParameter(parameter.Key, parameter.Value))]));
    }

    /// <summary>The vector's call, changed on its way if need be.</summary>
    public static Call From(SignatureVector vector, Func<string, string>? changeContent = null, Func<string, string>? changeSignature = null)
    {
        changeContent ??= text => text;
        changeSignature ??= text => text;
        if (vector.IsTc3)
        {
            var isGet = vector.Method == "GET";
            return Tc3(
                vector.Method,
                isGet ? changeContent(vector.Query) : vector.Query,
                vector.Headers,
                isGet ? vector.Body : changeContent(vector.Body),
                changeSignature(vector.ExpectedAuthorization));
        }

        var parameters = V1Signer.Decode(vector.Method == "GET" ? vector.Query : vector.Body);
        for (var i = 0; i < parameters.Count; i++)
        {
            var (key, value) = parameters[i];
            parameters[i] = KeyValuePair.Create(key, key is "Signature" ? changeSignature(value) : key is "Action" ? changeContent(value) : value);
        }

        return V1(vector.Method, vector.Host, parameters);
    }
}
