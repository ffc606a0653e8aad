using System.Security.Cryptography;

namespace EdgeZone.Emulator.Authentication;

/// <summary>A key that signatures are made with. What was prepared for one of them serves the next: to prepare it takes longer than to sign a short text.</summary>
internal sealed class SigningKey(byte[] bytes)
{
    private IncrementalHash? _prepared;

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Writes the HMAC-SHA256 of a text.</summary>
    public void Sign(ReadOnlySpan<byte> text, Span<byte> mac)
    {
        var hmac = Interlocked.Exchange(ref _prepared, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, bytes);
        hmac.AppendData(text);
        hmac.GetHashAndReset(mac);
        if (Interlocked.CompareExchange(ref _prepared, hmac, null) is not null)
        {
            // Somebody else signed meanwhile; one of both is enough.
            hmac.Dispose();
        }
    }
}
