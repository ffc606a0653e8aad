using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>What somebody can do about an answer that is right, is the real service's, and puzzles. It is for the log, never for the answer.</summary>
internal static class Advice
{
    private const string Sign =
        "It is not signed, and Emulator:Auth:Mode is Strict: sign it with a configured credential, or start with Emulator:Auth:Mode=Lenient";

    public static string? For(ApiCall call, ReceivedRequest request, AuthMode mode) =>
        mode == AuthMode.Strict && request.Form == RequestForm.V1 && IsAboutParameters(call) && !HasSignature(request) ? Sign : null;

    // Not about the size: then the body, and a signature in it, was not read.
    private static bool IsAboutParameters(ApiCall call) => call.Error?.Code is "MissingParameter" or "InvalidParameter";

    private static bool HasSignature(ReceivedRequest request) =>
        request.RawQuery.Contains("Signature=", StringComparison.Ordinal) || request.Body.Span.IndexOf("Signature="u8) >= 0;
}
