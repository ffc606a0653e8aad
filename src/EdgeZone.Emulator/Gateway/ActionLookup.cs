using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Step 4 of a call: the action, and whether it takes what was sent.</summary>
internal static class ActionLookup
{
    /// <exception cref="ApiException">There is no such action, or it is sent in a content type that none of this API's actions takes.</exception>
    public static IApiAction Find(CommonParameters common, ReceivedRequest request)
    {
        if (!SupportedActions.ByName.TryGetValue(common.Action!, out var action))
        {
            throw ApiErrors.Common.InvalidAction(common.Action!, common.Version!);
        }

        if (common.Signing == SigningMethod.Tc3 && !request.IsGet && !IsTaken(request))
        {
            throw ApiErrors.Protocol.ContentTypeNotSupported(ContentTypes.MediaType(request));
        }

        return action;
    }

    // Without a content type the body is JSON; a form under TC3 is taken although the documents do not list it.
    private static bool IsTaken(ReceivedRequest request) =>
        ContentTypes.IsJson(request) || ContentTypes.IsForm(request) || ContentTypes.MediaType(request).Length == 0;
}
