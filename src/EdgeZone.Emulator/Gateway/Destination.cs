using System.Text;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Tells which sandbox a refused call would have been played in, so that its caller need not guess, however early it was refused. No sandbox is
/// made for it.
/// </summary>
internal sealed class Destination(Authenticator authenticator, SandboxRegistry sandboxes)
{
    /// <returns>Null when the request names nobody, or somebody who would find no sandbox.</returns>
    public string? Of(ReceivedRequest request)
    {
        var name = request.Form switch
        {
            RequestForm.Unsigned => SandboxNames.Default,
            RequestForm.V1 => authenticator.SandboxOf(SecretIdOf(request)),
            RequestForm.UnsignedOrV1 => null,
            _ => authenticator.SandboxOfTc3(request.Headers.Authorization.ToString()),
        };
        return name is not null && sandboxes.HasRoomFor(name) ? name : null;
    }

    private static string? SecretIdOf(ReceivedRequest request) =>
        FlatParameters.Find(request.RawQuery, "SecretId") ?? FlatParameters.Find(Encoding.UTF8.GetString(request.Body.Span), "SecretId");
}
