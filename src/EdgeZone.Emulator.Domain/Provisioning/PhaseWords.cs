namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Phases as they are shown.</summary>
public static class PhaseWords
{
    /// <summary>For instance <c>pxe</c>.</summary>
    public static string Word(this ProvisioningPhase phase) => phase switch
    {
        ProvisioningPhase.Network => "network",
        ProvisioningPhase.Power => "power",
        ProvisioningPhase.Pxe => "pxe",
        ProvisioningPhase.Image => "image",
        ProvisioningPhase.Configure => "configure",
        ProvisioningPhase.Wipe => "wipe",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "There is no such phase."),
    };
}
