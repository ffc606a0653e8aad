using System.Text;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Tests.Wire;
using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>A call as the gateway passes it on for authentication: what was received, and the common parameters read from it.</summary>
internal sealed record Call(ReceivedRequest Request, CommonParameters Common)
{
    /// <summary>A TC3 call; the headers hold everything that was sent, <c>Authorization</c> apart.</summary>
    public static Call Tc3(string method, string query, IReadOnlyDictionary<string, string> headers, string body, string authorization)
    {
        var sent = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            sent[name] = value;
        }

        return new Call(
            new ReceivedRequest { Method = method, RawQuery = query, Headers = sent, Body = Encoding.UTF8.GetBytes(body), Host = headers["Host"] },
            new CommonParameters
            {
                Signing = SigningMethod.Tc3,
                Action = headers.GetValueOrDefault("X-TC-Action"),
                Timestamp = headers.TryGetValue("X-TC-Timestamp", out var timestamp) ? long.Parse(timestamp) : null,
                Token = headers.GetValueOrDefault("X-TC-Token"),
                ContentSha256 = headers.GetValueOrDefault("X-TC-Content-SHA256"),
                Authorization = authorization,
            });
    }

    /// <summary>A v1 call, with its parameters where the method has them.</summary>
    public static Call V1(string method, string host, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        string? Value(string name)
        {
            var value = parameters.FirstOrDefault(parameter => parameter.Key == name).Value;
            return string.IsNullOrEmpty(value) ? null : value;
        }

        return new Call(
            new ReceivedRequest { Method = method, RawQuery = "", Headers = new HeaderDictionary(), Body = default, Host = host },
            new CommonParameters
            {
                Signing = SigningMethod.V1,
                Action = Value("Action"),
                Timestamp = Value("Timestamp") is { } timestamp ? long.Parse(timestamp) : null,
                Token = Value("Token"),
                SecretId = Value("SecretId"),
                Signature = Value("Signature"),
                SignatureMethod = Value("SignatureMethod"),
                Flat = [.. parameters.Select(parameter => new FlatParameter(parameter.Key, parameter.Value))],
            });
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
