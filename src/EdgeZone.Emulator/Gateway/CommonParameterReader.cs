using System.Globalization;
using System.Text;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Step 2 of a call: which way of signing the request uses, and its common parameters, judged in the order of the real gateway.
/// </summary>
internal sealed class CommonParameterReader(EmulatorSettings settings)
{
    /// <param name="call">Gets the action, the language and what was assumed.</param>
    /// <param name="request">The request.</param>
    /// <param name="unsigned">Whether it is known beforehand to be a JSON call without a signature.</param>
    /// <exception cref="ApiException">A common parameter is missing or cannot be read.</exception>
    public CommonParameters Read(ApiCall call, ReceivedRequest request, bool unsigned)
    {
        if (unsigned)
        {
            return ReadHeaders(call, request, newcomer: true);
        }

        if (request.Headers.Authorization.Count > 0)
        {
            return ReadHeaders(call, request, newcomer: false);
        }

        if (settings.Auth.Mode != AuthMode.Strict && IsNewcomer(request))
        {
            return ReadHeaders(call, request, newcomer: true);
        }

        return ReadV1(call, request);
    }

    private static bool IsNewcomer(ReceivedRequest request) =>
        request.Headers.ContainsKey("X-TC-Action") && request.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    private CommonParameters ReadHeaders(ApiCall call, ReceivedRequest request, bool newcomer)
    {
        var language = ReadLanguage(call, Header(request, "X-TC-Language"));
        var action = Header(request, "X-TC-Action") ?? throw ApiErrors.Common.MissingHeader("X-TC-Action");
        call.Action = action;
        var version = Header(request, "X-TC-Version");
        var timestamp = Header(request, "X-TC-Timestamp");
        var region = Header(request, "X-TC-Region");
        if (newcomer)
        {
            (version, region) = Assume(call, version, timestamp, region);
        }

        return new CommonParameters
        {
            Signing = newcomer ? SigningMethod.None : SigningMethod.Tc3,
            Action = action,
            Version = version ?? throw ApiErrors.Common.MissingHeader("X-TC-Version"),
            Timestamp = timestamp is null && newcomer
                ? null
                : ReadTimestamp("X-TC-Timestamp", timestamp ?? throw ApiErrors.Common.MissingHeader("X-TC-Timestamp")),
            Region = region,
            Language = language,
            Token = Header(request, "X-TC-Token"),
            Authorization = newcomer ? null : request.Headers.Authorization.ToString(),
            ContentSha256 = Header(request, "X-TC-Content-SHA256"),
            Flat = newcomer ? [] : FlatOf(request),
        };
    }

    private (string Version, string Region) Assume(ApiCall call, string? version, string? timestamp, string? region)
    {
        var assumed = new List<string>(3);
        if (version is null)
        {
            assumed.Add($"Version={CommonValues.Version}");
        }

        if (timestamp is null)
        {
            assumed.Add("Timestamp=now");
        }

        if (region is null)
        {
            assumed.Add($"Region={settings.Defaults.Region}");
        }

        if (assumed.Count > 0)
        {
            call.Assumed = string.Join(", ", assumed);
        }

        return (version ?? CommonValues.Version, region ?? settings.Defaults.Region);
    }

    private static List<FlatParameter> FlatOf(ReceivedRequest request)
    {
        if (request.IsGet)
        {
            return FlatParameters.Parse(request.RawQuery);
        }

        return ContentTypes.IsForm(request) ? FlatParameters.Parse(Encoding.UTF8.GetString(request.Body.Span)) : [];
    }

    private static CommonParameters ReadV1(ApiCall call, ReceivedRequest request)
    {
        var flat = FlatParameters.Parse(request.RawQuery);
        if (!request.IsGet)
        {
            flat = FlatParameters.Parse(Encoding.UTF8.GetString(request.Body.Span), flat);
        }

        string? Field(string name)
        {
            foreach (var parameter in flat)
            {
                if (parameter.Key == name)
                {
                    return parameter.Value.Length == 0 ? null : parameter.Value;
                }
            }

            return null;
        }

        string Required(string name) => Field(name) ?? throw ApiErrors.Parameter.Missing(name);

        var language = ReadLanguage(call, Field("Language"));
        call.Action = Field("Action") ?? "";
        var timestamp = Required("Timestamp");
        var nonce = Required("Nonce");
        var secretId = Required("SecretId");
        var signature = Required("Signature");
        var common = new CommonParameters
        {
            Signing = SigningMethod.V1,
            Action = Required("Action"),
            Version = Required("Version"),
            Timestamp = ReadTimestamp("Timestamp", timestamp),
            Region = Field("Region"),
            Language = language,
            Token = Field("Token"),
            SecretId = secretId,
            Signature = signature,
            SignatureMethod = Field("SignatureMethod"),
            Flat = flat,
        };
        if (!ulong.TryParse(nonce, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw ApiErrors.Common.NonceNotAnInteger();
        }

        return common;
    }

    // Whether it is a language is judged with the other values; until then a message may have to be written already.
    private static string? ReadLanguage(ApiCall call, string? value)
    {
        call.Language = value == CommonValues.Chinese ? ApiLanguage.Chinese : ApiLanguage.English;
        return value;
    }

    private static long ReadTimestamp(string parameter, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw ApiErrors.Common.TimestampNotAnInteger(parameter, value);

    private static string? Header(ReceivedRequest request, string name)
    {
        var value = request.Headers[name];
        return value.Count == 0 || string.IsNullOrEmpty(value[0]) ? null : value[0];
    }
}
