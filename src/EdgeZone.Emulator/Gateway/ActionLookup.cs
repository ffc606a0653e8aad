using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Finds the action, and whether it takes what was sent.</summary>
internal static class ActionLookup
{
    /// <exception cref="ApiException">There is no such action, or it is sent in a content type that none of this API's actions takes.</exception>
    public static IApiAction Find(ApiRequest request)
    {
        if (!SupportedActions.ByName.TryGetValue(request.Common.Action, out var action))
        {
            throw ApiErrors.Common.InvalidAction(request.Common.Action, request.Common.Version);
        }

        return request is ApiRequest.Tc3Other other ? throw ApiErrors.Protocol.ContentTypeNotSupported(other.MediaType) : action;
    }
}
