using System.Diagnostics;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// Decides who is calling and whether to believe it. How much has to be proven depends on <see cref="AuthMode"/>; what a signature
/// proves is described at https://www.tencentcloud.com/document/api/213/33224 and https://www.tencentcloud.com/document/api/213/31575.
/// </summary>
/// <param name="store">The credentials whose signatures can be checked.</param>
/// <param name="settings">How strict to be.</param>
/// <param name="time">The real time: a clock that users may advance would expire every client's signature.</param>
/// <param name="secrets">What an explanation must not show.</param>
/// <param name="logger">Told at debug level what a refused signature should have covered.</param>
internal sealed partial class Authenticator(
    CredentialStore store, AuthSettings settings, TimeProvider time, SecretParameters secrets, ILogger<Authenticator> logger)
{
    /// <summary>How far a timestamp may be off, to either side.</summary>
    private const long WindowInSeconds = 300;

    /// <summary>Stands in <c>Authorization</c> for a signature where an action needs none.</summary>
    private const string SkipSignature = "SKIP";

    private static readonly Caller UnsignedCaller = new("", SandboxNames.Default, AppId: null);

    private readonly SigningKeyCache _signingKeys = new();

    /// <exception cref="ApiException">The call is refused.</exception>
    public Caller Authenticate(ApiRequest request) => request switch
    {
        ApiRequest.Tc3 tc3 => AuthenticateTc3(tc3),
        ApiRequest.V1 v1 => AuthenticateV1(v1),
        ApiRequest.Unsigned when settings.Mode == AuthMode.Strict => throw ApiErrors.Common.MissingHeader("Authorization"),
        ApiRequest.Unsigned unsigned => AcceptUnsigned(unsigned.Timestamp),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a call of that SecretId would lead; null when nowhere. Believes it and makes nothing.</summary>
    public string? SandboxOf(ReadOnlySpan<char> secretId)
    {
        if (store.TryFind(secretId, out var credential))
        {
            return credential.Sandbox;
        }

        return settings.Mode == AuthMode.Strict || !SandboxNames.IsValid(secretId) ? null : secretId.ToString();
    }

    /// <summary>The same for a call with that <c>Authorization</c>.</summary>
    public string? SandboxOfTc3(string authorization)
    {
        if (authorization == SkipSignature)
        {
            return settings.Mode == AuthMode.Strict ? null : SandboxNames.Default;
        }

        return Tc3Authorization.TryParse(authorization, out var parts, out _) || settings.Mode != AuthMode.Off
            ? SandboxOf(parts.SecretId)
            : SandboxNames.Default;
    }

    private Caller AcceptUnsigned(long? timestamp)
    {
        RequireCurrent(timestamp);
        return UnsignedCaller;
    }

    private Caller AuthenticateTc3(ApiRequest.Tc3 request)
    {
        if (request.Headers.Authorization == SkipSignature)
        {
            return settings.Mode == AuthMode.Strict
                ? throw ApiErrors.Auth.InvalidAuthorization(AuthorizationFault.Skip)
                : AcceptUnsigned(request.Headers.Timestamp);
        }

        if (!Tc3Authorization.TryParse(request.Headers.Authorization, out var authorization, out var fault))
        {
            return settings.Mode == AuthMode.Off ? UnsignedCaller : throw ApiErrors.Auth.InvalidAuthorization(fault);
        }

        var known = store.TryFind(authorization.SecretId, out var credential);
        if (settings.Mode != AuthMode.Off && (known || settings.Mode == AuthMode.Strict))
        {
            RequireScope(authorization, request);
        }

        RequireCurrent(request.Headers.Timestamp);
        if (!known)
        {
            return NamedAfter(authorization.SecretId);
        }

        if (settings.Mode != AuthMode.Off)
        {
            RequireTc3Signature(authorization, credential!, request);
            RequireToken(credential!, request.Headers.Token);
        }

        return credential!.Caller;
    }

    private Caller AuthenticateV1(ApiRequest.V1 request)
    {
        RequireCurrent(request.Fields.Timestamp);
        if (!store.TryFind(request.Fields.SecretId, out var credential))
        {
            return NamedAfter(request.Fields.SecretId);
        }

        if (settings.Mode != AuthMode.Off)
        {
            RequireV1Signature(credential, request);
            RequireToken(credential, request.Fields.Token);
        }

        return credential.Caller;
    }

    /// <summary>Somebody nobody has heard of: outside strict mode a sandbox of that name is theirs.</summary>
    private Caller NamedAfter(ReadOnlySpan<char> secretId) => settings.Mode == AuthMode.Strict || !SandboxNames.IsValid(secretId)
        ? throw ApiErrors.Auth.SecretIdNotFound()
        : new Caller(secretId.ToString(), secretId.ToString(), AppId: null);
}
