using EdgeZone.Emulator.Domain.Errors;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>How many instances of one model an account may have in one zone, and has.</summary>
internal sealed class InstanceAllowance
{
    /// <summary>The quota, 0 for no limit; null when the model is not offered.</summary>
    public uint? Quota { get; set; }

    /// <summary>How many instances count against the quota.</summary>
    public int Used { get; set; }

    /// <summary>Checks that so many more instances are within the quota.</summary>
    /// <exception cref="EdgeZoneException">LimitExceeded.InstanceQuota: they are not; the request is refused as a whole.</exception>
    public void Admit(int count)
    {
        var quota = Quota ?? 0;
        if (quota > 0 && (long)Used + count > quota)
        {
            throw Refusal.Instance.QuotaExceeded(quota, Used, count);
        }
    }
}
