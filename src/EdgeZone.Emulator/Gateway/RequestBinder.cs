using System.Diagnostics;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Binds the parameters to the action's declaration and reports one fault at a time: first an unknown name,
/// then a wrong type, then a missing parameter, the latter two in definition order.
/// </summary>
internal static class RequestBinder
{
    private static readonly HashSet<string> V1CommonNames = new(StringComparer.Ordinal)
    {
        "Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language", "RequestClient",
    };

    private static readonly HashSet<string> NoNames = [];

    /// <summary>Whether the older signature has a common parameter of that name.</summary>
    public static bool IsCommonToV1(string name) => V1CommonNames.Contains(name);

    /// <returns>The fault to report, or null: a name is unknown, a type is wrong, or a required parameter is missing.</returns>
    public static ApiException? Bind(IApiAction action, ApiEdition edition, ApiRequest request, out Arguments arguments)
    {
        arguments = new Arguments(action.Parameters);
        var fault = request switch
        {
            ApiRequest.V1 v1 => FlatBinder.Bind(arguments, edition, v1.Parameters, V1CommonNames),
            ApiRequest.Tc3Flat flat => FlatBinder.Bind(arguments, edition, flat.Parameters, NoNames),
            ApiRequest.Tc3Json or ApiRequest.Unsigned => JsonBinder.Bind(arguments, edition, request.Received.Body.Span),
            _ => throw new UnreachableException("What no action takes is refused when the action is looked up."),
        };
        return fault ?? Missing(arguments, edition);
    }

    /// <summary>The same for the JSON object of a recorded call; a secret, which is masked there, is as if absent.</summary>
    public static ApiException? BindRecorded(IApiAction action, ApiEdition edition, ReadOnlySpan<byte> parameters, out Arguments arguments)
    {
        arguments = new Arguments(action.Parameters);
        var fault = JsonBinder.Bind(arguments, edition, parameters);
        for (var i = 0; i < action.Parameters.Count; i++)
        {
            if (action.Parameters[i].Secret && arguments[i].Text == SecretParameters.Mask)
            {
                arguments[i] = default;
            }
        }

        return fault ?? Missing(arguments, edition);
    }

    private static ApiException? Missing(Arguments arguments, ApiEdition edition)
    {
        for (var i = 0; i < arguments.Parameters.Count; i++)
        {
            if (!arguments[i].Present && arguments.Parameters[i].IsRequiredIn(edition))
            {
                return ApiErrors.Parameter.Missing(arguments.Parameters[i].Name);
            }
        }

        return null;
    }
}
