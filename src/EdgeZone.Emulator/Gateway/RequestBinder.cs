using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Step 6 of a call: binds the parameters to the action's declaration and reports one fault at a time: first an unknown name,
/// then a wrong type, then a missing parameter, the latter two in definition order.
/// </summary>
internal sealed class RequestBinder(ApiEdition edition)
{
    private static readonly HashSet<string> V1CommonNames = new(StringComparer.Ordinal)
    {
        "Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature", "SignatureMethod", "Token", "Language", "RequestClient",
    };

    private static readonly HashSet<string> NoNames = [];

    /// <exception cref="ApiException">A name is unknown, a type is wrong, or a required parameter is missing.</exception>
    public Arguments Bind(IApiAction action, ReceivedRequest request, CommonParameters common)
    {
        var arguments = new Arguments(action.Parameters);
        var fault = common.Signing switch
        {
            SigningMethod.V1 => FlatBinder.Bind(arguments, edition, common.Flat, V1CommonNames),
            SigningMethod.Tc3 when request.IsGet || ContentTypes.IsForm(request) => FlatBinder.Bind(arguments, edition, common.Flat, NoNames),
            _ => JsonBinder.Bind(arguments, edition, request.Body.Span),
        };
        if (fault is not null)
        {
            throw fault;
        }

        for (var i = 0; i < action.Parameters.Count; i++)
        {
            if (!arguments[i].Present && action.Parameters[i].IsRequiredIn(edition))
            {
                throw ApiErrors.Parameter.Missing(action.Parameters[i].Name);
            }
        }

        return arguments;
    }
}
