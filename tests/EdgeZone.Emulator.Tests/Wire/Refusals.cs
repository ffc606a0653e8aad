using System.Net;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>What the control plane must not do.</summary>
internal static class Refusals
{
    /// <summary>Fails unless the request is refused with this status.</summary>
    public static async Task<ControlPlaneException> RefusedAsync(this Task request, HttpStatusCode status)
    {
        var refusal = await Assert.ThrowsAsync<ControlPlaneException>(() => request);
        Assert.True(refusal.Status == status, $"{refusal.Status}: {refusal.Detail}");
        return refusal;
    }
}
