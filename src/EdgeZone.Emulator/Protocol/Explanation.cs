namespace EdgeZone.Emulator.Protocol;

/// <summary>Why a signature was refused: the texts that it should have covered, one for each host that would have been taken. Never a signature or a key.</summary>
/// <param name="Received">What the request covers by its own headers, for the host that was received.</param>
/// <param name="Accepted">The same for each variant that would have been accepted.</param>
internal sealed record Explanation(SignedTexts Received, IReadOnlyList<SignedTexts> Accepted)
{
    /// <summary>How many bytes it occupies.</summary>
    public long Size => Received.Size + Accepted.Sum(texts => texts.Size);
}

/// <summary>The texts behind a signature.</summary>
/// <param name="Variant">What the variant is.</param>
/// <param name="CanonicalRequest">The canonical request; null for the older signature, which has none.</param>
/// <param name="StringToSign">What is signed.</param>
internal sealed record SignedTexts(string Variant, string? CanonicalRequest, string StringToSign)
{
    public long Size => HeapSize.Of(Variant) + HeapSize.Of(CanonicalRequest) + HeapSize.Of(StringToSign);
}
