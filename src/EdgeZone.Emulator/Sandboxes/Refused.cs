using EdgeZone.Emulator.Domain.Errors;

using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>What a caller is told of a call that was refused.</summary>
internal static class Refused
{
    /// <returns>Null for a call that was answered.</returns>
    public static ApiError? Of(Exception? exception, ApiLanguage language)
    {
        switch (exception)
        {
            case null:
                return null;
            case ApiException refusal:
                return new ApiError(refusal.Code, refusal.MessageIn(language));
            case EdgeZoneException refusal:
                return new ApiError(refusal.Code, refusal.Message);
            default:
                var defect = ApiErrors.Service.InternalError();
                return new ApiError(defect.Code, defect.MessageIn(language));
        }
    }
}
