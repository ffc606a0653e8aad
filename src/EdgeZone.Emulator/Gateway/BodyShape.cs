using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Step 3 of a call: a JSON body is one object. This is judged before the signature is.</summary>
internal static class BodyShape
{
    /// <exception cref="ApiException">The body is empty, malformed, or not an object.</exception>
    public static void Judge(ReceivedRequest request, CommonParameters common)
    {
        var carriesJson = common.Signing == SigningMethod.None
            || (common.Signing == SigningMethod.Tc3 && !request.IsGet && (ContentTypes.IsJson(request) || ContentTypes.MediaType(request).Length == 0));
        if (carriesJson && !JsonBinder.IsObject(request.Body.Span))
        {
            throw ApiErrors.Protocol.NotJson();
        }
    }
}
