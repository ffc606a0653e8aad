using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Authentication;

/// <summary>What a call has to prove, one check each.</summary>
internal sealed partial class Authenticator
{
    private static readonly long LastTimestamp = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A timestamp that is sent must be close to now, in every mode that checks anything.</summary>
    private void RequireCurrent(long? timestamp)
    {
        if (settings.Mode == AuthMode.Off || timestamp is not { } sent)
        {
            return;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (sent < now - WindowInSeconds || sent > now + WindowInSeconds)
        {
            throw ApiErrors.Auth.SignatureExpired();
        }
    }

    private void RequireScope(Tc3Authorization authorization, ApiRequest.Tc3 request)
    {
        // The real gateway refuses the scope of another product, yet several SDKs cannot know the product once their endpoint is overridden.
        if (!authorization.Service.SequenceEqual(EdgeZoneApi.Product)
            && (settings.ExactHost || !authorization.Service.Equals(HostCandidates.FirstLabel(request.Received.Host), StringComparison.OrdinalIgnoreCase)))
        {
            throw ApiErrors.Auth.InvalidAuthorization(AuthorizationFault.Service);
        }

        var timestamp = request.Headers.Timestamp;

        // A timestamp without a date is far outside the window, which is checked next.
        Span<char> date = stackalloc char[10];
        if (timestamp >= 0
            && timestamp <= LastTimestamp
            && DateTimeOffset.FromUnixTimeSeconds(timestamp).TryFormat(date, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            && !authorization.Date.SequenceEqual(date))
        {
            throw ApiErrors.Auth.InvalidAuthorization(AuthorizationFault.Date);
        }

        var (contentType, host) = (false, false);
        foreach (var range in authorization.SignedHeaders.Split(';'))
        {
            contentType |= authorization.SignedHeaders[range] is "content-type";
            host |= authorization.SignedHeaders[range] is "host";
        }

        if (!contentType || !host)
        {
            throw ApiErrors.Auth.InvalidAuthorization(AuthorizationFault.SignedHeadersIncomplete);
        }
    }

    private void RequireTc3Signature(Tc3Authorization authorization, Credential credential, ApiRequest.Tc3 request)
    {
        Span<byte> payloadHash = stackalloc byte[Tc3Payload.HashLength];
        var host = request.Received.Host;
        Tc3Payload.Hash(request.Received, request.Headers.ContentSha256, payloadHash);
        var signature = new Tc3Signature(request.Received, authorization, request.Headers.Timestamp, payloadHash);
        var key = _signingKeys.KeyFor(credential.SecretKey, authorization.Date, authorization.Service);
        if (signature.IsMadeWith(key, host))
        {
            return;
        }

        foreach (var other in Alternatives(host))
        {
            if (signature.IsMadeWith(key, other))
            {
                return;
            }
        }

        var explanation = SignatureExplanation.Of(signature, host, Alternatives(host), secrets);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.Tc3SignatureRefused(logger, credential.SecretId, explanation.CanonicalRequest!, explanation.StringToSign);
        }

        throw ApiErrors.Auth.SignatureFailure(explanation);
    }

    private void RequireV1Signature(Credential credential, ApiRequest.V1 request)
    {
        var host = request.Received.Host;
        var signature = new V1Signature(request);
        if (signature.IsMadeWith(credential.SecretKey, host)
            || Alternatives(host).Any(other => signature.IsMadeWith(credential.SecretKey, other)))
        {
            return;
        }

        var explanation = SignatureExplanation.Of(signature, host, Alternatives(host), secrets);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.V1SignatureRefused(logger, credential.SecretId, explanation.StringToSign);
        }

        throw ApiErrors.Auth.SignatureFailure(explanation);
    }

    private IEnumerable<string> Alternatives(string host) => settings.ExactHost ? [] : HostCandidates.Alternatives(host);

    /// <summary>A temporary credential needs its token, a permanent one must come without.</summary>
    private static void RequireToken(Credential credential, string? token)
    {
        if (credential.Token is null && token is null)
        {
            return;
        }

        var expected = Encoding.UTF8.GetBytes(credential.Token ?? "");
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token ?? "")))
        {
            throw ApiErrors.Auth.TokenFailure();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Debug,
            "The signature of {SecretId} does not match. Expected canonical request:\n{CanonicalRequest}\nExpected string to sign:\n{StringToSign}")]
        public static partial void Tc3SignatureRefused(ILogger logger, string secretId, string canonicalRequest, string stringToSign);

        [LoggerMessage(LogLevel.Debug, "The signature of {SecretId} does not match. Expected source string:\n{Source}")]
        public static partial void V1SignatureRefused(ILogger logger, string secretId, string source);
    }
}
