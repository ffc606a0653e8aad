using EdgeZone.Emulator.Authentication;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// Signs API calls with TC3-HMAC-SHA256 as an official SDK does, for anybody's <see cref="HttpClient"/>: a request needs nothing but its
/// <c>X-TC-Action</c> and a body. One that somebody else has signed is left alone.
/// </summary>
/// <example>
/// <code>
/// using var client = new HttpClient(new Tc3SigningHandler(secretId, secretKey) { InnerHandler = new SocketsHttpHandler() });
/// </code>
/// </example>
/// <param name="secretId">The id that a call names.</param>
/// <param name="secretKey">The key that signs.</param>
/// <param name="token">The session token of a temporary credential; null, the default, for a permanent one.</param>
/// <param name="region">The region of a call that names none; null to leave it out.</param>
/// <param name="time">The time of signatures; null, the default, for the system's. The emulator takes one for some minutes before and after its own.</param>
public sealed class Tc3SigningHandler(
    string secretId, string secretKey, string? token = null, string? region = "ap-guangzhou", TimeProvider? time = null) : DelegatingHandler
{
    private const string Version = "2026-04-01";

    private static readonly HttpRequestOptionsKey<bool> IsOurs = new("EdgeZone.Emulator.Testing.Tc3SigningHandler");

    private readonly CallSigner _signer = new(secretId, secretKey, token);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // A request that is sent again is signed again: its signature may be too old.
        if (request.Headers.Authorization is null || request.Options.TryGetValue(IsOurs, out _))
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            AddUnlessSaid(request, "X-TC-Version", Version);
            AddUnlessSaid(request, "X-TC-Region", region);
            _signer.Sign(request, body, (time ?? TimeProvider.System).GetUtcNow());
            request.Options.Set(IsOurs, true);
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static void AddUnlessSaid(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null && !request.Headers.NonValidated.Contains(name))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
