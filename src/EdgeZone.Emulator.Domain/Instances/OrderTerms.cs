using System.Runtime.CompilerServices;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>What the instances of an order have in common, and never changes. They share one object.</summary>
/// <param name="AppId">The account they belong to.</param>
/// <param name="Zone">Code of their zone.</param>
/// <param name="Model">The model of their machines.</param>
/// <param name="ImageId">What is installed.</param>
/// <param name="VersionNumber">Version of the image, <c>""</c> for an image without versions.</param>
/// <param name="PrivateNetworkId">The private network they are attached to until they are given back.</param>
/// <param name="PublicNetworkId">The public network they are attached to until they are given back.</param>
/// <param name="EnableIpv6">Whether they were ordered with IPv6 addresses.</param>
internal sealed record OrderTerms(
    long AppId,
    ZoneCode Zone,
    InstanceType Model,
    string ImageId,
    string VersionNumber,
    NetworkId PrivateNetworkId,
    NetworkId PublicNetworkId,
    bool EnableIpv6)
{
    private string? _installed;

    /// <summary>What is said when the operating system is installed; one text for all.</summary>
    public string Installed => _installed ??= $"Installed {ImageId} {VersionNumber}".TrimEnd();

    /// <summary>Equal when all that was ordered is.</summary>
    public bool Equals(OrderTerms? other) => other is not null
        && (AppId, Zone, ImageId, VersionNumber, PrivateNetworkId, PublicNetworkId, EnableIpv6)
            == (other.AppId, other.Zone, other.ImageId, other.VersionNumber, other.PrivateNetworkId, other.PublicNetworkId, other.EnableIpv6)
        && ReferenceEquals(Model, other.Model);

    /// <summary>A cheap one: what tells orders of one sandbox apart, and of the model, of which there is one object, its identity.</summary>
    public override int GetHashCode() => HashCode.Combine(AppId, RuntimeHelpers.GetHashCode(Model), ImageId, PrivateNetworkId, PublicNetworkId, EnableIpv6);
}
