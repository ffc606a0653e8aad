namespace EdgeZone.Emulator.Protocol;

/// <summary>What a refused signature should have covered, for the person who debugs a client: secrets masked, and never a signature.</summary>
/// <param name="CanonicalRequest">The canonical request for the host that was received; null for the older signature, which has none.</param>
/// <param name="StringToSign">What is signed then.</param>
/// <param name="AlsoAccepted">What else would have been accepted.</param>
internal sealed record Explanation(string? CanonicalRequest, string StringToSign, IReadOnlyList<AcceptedVariant> AlsoAccepted);

/// <summary>A variant that would have been accepted as well.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="FirstDifference">The first line of it that is another, cut when long.</param>
internal sealed record AcceptedVariant(string Meaning, string FirstDifference);
