using System.Diagnostics;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Binds the parameters to the action's declaration and reports one fault at a time: first an unknown name,
/// then a wrong type, then a missing parameter, the latter two in definition order.
/// </summary>
internal sealed class RequestBinder(ApiEdition edition)
{
    private static readonly HashSet<string> V1CommonNames = new(StringComparer.Ordinal)
    {
        "Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language", "RequestClient",
    };

    private static readonly HashSet<string> NoNames = [];

    /// <returns>The fault to report, or null: a name is unknown, a type is wrong, or a required parameter is missing.</returns>
    public ApiException? Bind(IApiAction action, ApiRequest request, out Arguments arguments)
    {
        arguments = new Arguments(action.Parameters);
        var fault = request switch
        {
            ApiRequest.V1 v1 => FlatBinder.Bind(arguments, edition, v1.Parameters, V1CommonNames),
            ApiRequest.Tc3Flat flat => FlatBinder.Bind(arguments, edition, flat.Parameters, NoNames),
            ApiRequest.Tc3Json or ApiRequest.Unsigned => JsonBinder.Bind(arguments, edition, request.Received.Body.Span),
            _ => throw new UnreachableException("What no action takes is refused when the action is looked up."),
        };
        if (fault is not null)
        {
            return fault;
        }

        for (var i = 0; i < action.Parameters.Count; i++)
        {
            if (!arguments[i].Present && action.Parameters[i].IsRequiredIn(edition))
            {
                return ApiErrors.Parameter.Missing(action.Parameters[i].Name);
            }
        }

        return null;
    }
}
