namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Calls of the API that reached no sandbox.</summary>
/// <param name="Refused">The newest first.</param>
/// <param name="Total">How many there have ever been.</param>
/// <param name="Capacity">How many are remembered at the most, setting <c>Control:Refused</c>.</param>
public sealed record RefusedCallList(IReadOnlyList<RefusedCall> Refused, long Total, int Capacity);

/// <summary>A call that reached no sandbox.</summary>
/// <param name="At">When it was refused, real time, UTC.</param>
/// <param name="Action">The action that it named; a dash for none.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Host">The host that was received.</param>
/// <param name="Outcome">The code of the error.</param>
/// <param name="Message">The message of the error.</param>
/// <param name="RequestId">The id of the call, as in its answer.</param>
/// <param name="Sandbox">The sandbox that it would have been played in; null when that cannot be told.</param>
/// <param name="Expected">What its signature should have covered; null when it was refused for something else.</param>
public sealed record RefusedCall(
    DateTimeOffset At,
    string Action,
    string Method,
    string Host,
    string Outcome,
    string Message,
    string RequestId,
    string? Sandbox = null,
    SignatureExplanation? Expected = null);

/// <summary>What a signature should have covered, for the host that was received. The right signature is a secret and is never shown.</summary>
/// <param name="StringToSign">What is signed, secrets masked.</param>
/// <param name="AlsoAccepted">What else would have been accepted.</param>
/// <param name="CanonicalRequest">The canonical request, secrets masked; null for the older signature, which has none.</param>
public sealed record SignatureExplanation(string StringToSign, IReadOnlyList<AcceptedVariant> AlsoAccepted, string? CanonicalRequest = null);

/// <summary>A variant that would have been accepted as well.</summary>
/// <param name="Meaning">What is another in it.</param>
/// <param name="FirstDifference">The first line of it that is another.</param>
public sealed record AcceptedVariant(string Meaning, string FirstDifference);
