using System.Diagnostics;
using System.Globalization;
using System.Text;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Reads the common parameters from where the request's form has them, and refuses what is missing in the order of the real gateway. A body
/// that has to be JSON is looked at behind them, and so before any signature.
/// </summary>
internal sealed class CommonParameterReader(EmulatorSettings settings)
{
    /// <param name="call">Gets the action, the language and what was assumed.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="ApiException">A common parameter is missing or cannot be read, or the body cannot.</exception>
    public ApiRequest Read(ApiCall call, ReceivedRequest request) => request.Form switch
    {
        RequestForm.V1 => ReadV1(call, request),
        RequestForm.Unsigned => ReadUnsigned(call, request),
        _ => ReadTc3(call, request),
    };

    private static ApiRequest.Tc3 ReadTc3(ApiCall call, ReceivedRequest request)
    {
        call.Action = RequiredHeader(request, "X-TC-Action");
        var version = RequiredHeader(request, "X-TC-Version");
        var common = new CommonParameters(call.Action, version, Header(request, "X-TC-Region"), Header(request, Languages.Header));
        var headers = new Tc3Headers
        {
            Timestamp = ReadTimestamp("X-TC-Timestamp", RequiredHeader(request, "X-TC-Timestamp")),
            Authorization = request.Headers.Authorization.ToString(),
            Token = Header(request, "X-TC-Token"),
            ContentSha256 = Header(request, "X-TC-Content-SHA256"),
        };
        switch (request.Form)
        {
            case RequestForm.Tc3Json:
                RequireObject(request);
                return new ApiRequest.Tc3Json(request, common, headers);
            case RequestForm.Tc3Flat:
                return new ApiRequest.Tc3Flat(request, common, headers, FlatParameters.Parse(request.IsGet ? request.RawQuery : TextOf(request)));
            case RequestForm.Tc3Other:
                return new ApiRequest.Tc3Other(request, common, headers, RequestForms.MediaType(request.Headers.ContentType.ToString()).ToString());
            default:
                throw new UnreachableException();
        }
    }

    private ApiRequest.Unsigned ReadUnsigned(ApiCall call, ReceivedRequest request)
    {
        call.Action = RequiredHeader(request, "X-TC-Action");
        var timestamp = Header(request, "X-TC-Timestamp");
        var common = Assume(call, Header(request, "X-TC-Version"), timestamp, Header(request, "X-TC-Region"), Header(request, Languages.Header));
        var seconds = timestamp is null ? (long?)null : ReadTimestamp("X-TC-Timestamp", timestamp);
        RequireObject(request);
        return new ApiRequest.Unsigned(request, common, seconds);
    }

    private CommonParameters Assume(ApiCall call, string? version, string? timestamp, string? region, string? language)
    {
        var assumed = new List<string>(3);
        if (version is null)
        {
            assumed.Add($"Version={EdgeZoneApi.Version}");
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

        return new CommonParameters(call.Action, version ?? EdgeZoneApi.Version, region ?? settings.Defaults.Region, language);
    }

    private static ApiRequest.V1 ReadV1(ApiCall call, ReceivedRequest request)
    {
        var form = request.IsGet ? "" : TextOf(request);
        call.Language = Languages.Of(FlatParameters.Find(request.RawQuery, Languages.Field) ?? FlatParameters.Find(form, Languages.Field));
        var parameters = FlatParameters.Parse(request.RawQuery);
        FlatParameters.Parse(form, parameters);

        string? Field(string name)
        {
            foreach (var parameter in parameters)
            {
                if (parameter.Key == name)
                {
                    return parameter.Value.Length == 0 ? null : parameter.Value;
                }
            }

            return null;
        }

        string Required(string name) => Field(name) ?? throw ApiErrors.Parameter.Missing(name);

        call.Action = Field("Action") ?? "";
        var timestamp = Required("Timestamp");
        var nonce = Required("Nonce");
        var secretId = Required("SecretId");
        var signature = Required("Signature");
        var common = new CommonParameters(Required("Action"), Required("Version"), Field("Region"), Field(Languages.Field));
        var fields = new V1Fields
        {
            Timestamp = ReadTimestamp("Timestamp", timestamp),
            SecretId = secretId,
            Signature = signature,
            SignatureMethod = Field("SignatureMethod"),
            Token = Field("Token"),
        };
        if (!ulong.TryParse(nonce, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw ApiErrors.Common.NonceNotAnInteger();
        }

        return new ApiRequest.V1(request, common, fields, parameters);
    }

    private static void RequireObject(ReceivedRequest request)
    {
        if (!JsonBinder.IsObject(request.Body.Span))
        {
            throw ApiErrors.Protocol.NotJson();
        }
    }

    private static long ReadTimestamp(string parameter, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw ApiErrors.Common.TimestampNotAnInteger(parameter, value);

    private static string RequiredHeader(ReceivedRequest request, string name) => Header(request, name) ?? throw ApiErrors.Common.MissingHeader(name);

    private static string? Header(ReceivedRequest request, string name)
    {
        var value = request.Headers[name];
        return value.Count == 0 || string.IsNullOrEmpty(value[0]) ? null : value[0];
    }

    private static string TextOf(ReceivedRequest request) => Encoding.UTF8.GetString(request.Body.Span);
}
