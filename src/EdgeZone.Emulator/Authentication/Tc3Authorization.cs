using System.Diagnostics.CodeAnalysis;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The <c>Authorization</c> header of a TC3 call, taken apart:
/// <c>TC3-HMAC-SHA256 Credential=id/date/service/tc3_request, SignedHeaders=a;b, Signature=hex</c>.
/// https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal readonly ref struct Tc3Authorization
{
    public const string Algorithm = "TC3-HMAC-SHA256";

    public const string ScopeEnd = "tc3_request";

    /// <summary>No client signs more headers than a few.</summary>
    public const int MostSignedHeaders = 100;

    public ReadOnlySpan<char> SecretId { get; private init; }

    public ReadOnlySpan<char> Date { get; private init; }

    /// <summary>The product as the client sees it; clients that derive it from an overridden endpoint put a host and a port here.</summary>
    public ReadOnlySpan<char> Service { get; private init; }

    /// <summary>The names of the signed headers, separated by semicolons, in the order of the canonical request.</summary>
    public ReadOnlySpan<char> SignedHeaders { get; private init; }

    public ReadOnlySpan<char> Signature { get; private init; }

    /// <param name="header">The header as sent.</param>
    /// <param name="authorization">The parts; when there is a fault the SecretId alone, if it stands before it.</param>
    /// <param name="fault">The part that does not conform.</param>
    public static bool TryParse(ReadOnlySpan<char> header, out Tc3Authorization authorization, [NotNullWhen(false)] out AuthorizationFault? fault)
    {
        authorization = default;
        fault = null;
        // The .NET SDK puts two spaces behind the algorithm.
        var rest = header.TrimStart(' ');
        if (!rest.StartsWith(Algorithm, StringComparison.Ordinal) || rest.Length == Algorithm.Length || rest[Algorithm.Length] != ' ')
        {
            fault = AuthorizationFault.Algorithm;
            return false;
        }

        rest = rest[Algorithm.Length..];
        ReadOnlySpan<char> credential = default, signedHeaders = default, signature = default;
        foreach (var range in rest.Split(','))
        {
            var part = rest[range].Trim(' ');
            if (!TryTake(part, "Credential=", ref credential)
                && !TryTake(part, "SignedHeaders=", ref signedHeaders)
                && !TryTake(part, "Signature=", ref signature))
            {
                fault = AuthorizationFault.Parts;
                break;
            }
        }

        fault ??= FaultOf(credential, signedHeaders, signature);
        if (fault is not null)
        {
            authorization = new Tc3Authorization { SecretId = credential[..Math.Max(0, credential.IndexOf('/'))] };
            return false;
        }

        Span<Range> scope = stackalloc Range[4];
        credential.Split(scope, '/');
        authorization = new Tc3Authorization
        {
            SecretId = credential[scope[0]],
            Date = credential[scope[1]],
            Service = credential[scope[2]],
            SignedHeaders = signedHeaders,
            Signature = signature,
        };
        return true;
    }

    private static bool TryTake(ReadOnlySpan<char> part, string key, ref ReadOnlySpan<char> value)
    {
        if (!value.IsEmpty || !part.StartsWith(key, StringComparison.Ordinal))
        {
            return false;
        }

        value = part[key.Length..];
        return true;
    }

    private static AuthorizationFault? FaultOf(ReadOnlySpan<char> credential, ReadOnlySpan<char> signedHeaders, ReadOnlySpan<char> signature)
    {
        Span<Range> scope = stackalloc Range[5];
        if (credential.Split(scope, '/') != 4)
        {
            return AuthorizationFault.Credential;
        }

        if (!IsDate(credential[scope[1]]))
        {
            return AuthorizationFault.Date;
        }

        if (credential[scope[2]].IsEmpty)
        {
            return AuthorizationFault.Service;
        }

        if (!credential[scope[3]].SequenceEqual(ScopeEnd))
        {
            return AuthorizationFault.Terminator;
        }

        if (!AreDistinct(signedHeaders))
        {
            return AuthorizationFault.SignedHeaders;
        }

        return signature.IsEmpty ? AuthorizationFault.Signature : null;
    }

    // Each name brings its header's value into the canonical request: one long header named often would make a text without end.
    private static bool AreDistinct(ReadOnlySpan<char> names)
    {
        Span<Range> ranges = stackalloc Range[MostSignedHeaders + 1];
        var count = names.Split(ranges, ';');
        if (count > MostSignedHeaders)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var name = names[ranges[i]];
            if (name.IsEmpty)
            {
                return false;
            }

            for (var j = 0; j < i; j++)
            {
                if (name.Equals(names[ranges[j]], StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the text looks like a date; which date it must be is a question of the timestamp.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        if (text.Length != 10)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 4 or 7 ? text[i] != '-' : !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
