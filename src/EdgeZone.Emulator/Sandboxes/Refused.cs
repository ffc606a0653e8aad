using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>What a caller is told of a call that was refused; what it repeats of a long value is remembered no longer than it is told.</summary>
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
                return Told(refusal.Code, refusal.MessageIn(language));
            case EdgeZoneException refusal:
                return Told(refusal.Code, refusal.Message);
            default:
                var defect = ApiErrors.Service.InternalError();
                return Told(defect.Code, defect.MessageIn(language));
        }
    }

    private static ApiError Told(string code, string message) => new(code, BoundedText.Clip(message, ResponseEnvelope.LongestMessage));
}
