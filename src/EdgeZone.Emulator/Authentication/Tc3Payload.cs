using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The hash of what a TC3 request carries, as the canonical request ends with it. <c>X-TC-Content-SHA256</c> may state it in advance or
/// leave the payload unsigned. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal static class Tc3Payload
{
    public const int HashLength = SHA256.HashSizeInBytes * 2;

    private const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>Writes the hash in lower-case hex; a stated hash that is not the body's is refused.</summary>
    public static void Hash(ReceivedRequest request, string? stated, Span<byte> hex)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (stated == Unsigned)
        {
            // The word itself is hashed in place of the body, on a GET as well.
            SHA256.HashData("UNSIGNED-PAYLOAD"u8, hash);
            Convert.TryToHexStringLower(hash, hex, out _);
            return;
        }

        Sha256.Hash(request.IsGet ? [] : request.Body.Span, hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        if (stated is not null && !Ascii.EqualsIgnoreCase(hex, stated))
        {
            throw ApiErrors.Auth.ContentHashMismatch();
        }
    }
}
