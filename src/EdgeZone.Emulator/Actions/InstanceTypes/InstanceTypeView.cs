using EdgeZone.Emulator.Domain.Machines;

namespace EdgeZone.Emulator.Actions.InstanceTypes;

/// <summary>A model and the account's quota of it as the API shows them. https://www.tencentcloud.com/document/api/1230/79094</summary>
internal sealed record InstanceTypeView
{
    public required string Zone { get; init; }
    public required string InstanceType { get; init; }
    public required string InstanceFamily { get; init; }
    public string? InstanceFamilyName { get; init; }
    public required long CpuCores { get; init; }
    public required string CpuType { get; init; }
    public required long MemoryGb { get; init; }
    public required string SystemDiskType { get; init; }
    public required long SystemDiskSize { get; init; }
    public required ulong SystemDiskCount { get; init; }
    public required string DataDiskType { get; init; }
    public required long DataDiskSize { get; init; }
    public required ulong DataDiskCount { get; init; }
    public string? SecondaryDataDiskType { get; init; }
    public long? SecondaryDataDiskSize { get; init; }
    public long? SecondaryDataDiskCount { get; init; }
    public required string DiskType { get; init; }
    public required string NetworkInterfaceType { get; init; }
    public required string GpuType { get; init; }
    public required ulong Quota { get; init; }

    public static InstanceTypeView Of(InstanceTypeOffer offer, bool newerFields)
    {
        var model = offer.InstanceType;
        return new InstanceTypeView
        {
            Zone = offer.Zone.ToString(),
            InstanceType = model.Code,
            InstanceFamily = model.Family,
            InstanceFamilyName = newerFields ? model.FamilyName : null,
            CpuCores = model.CpuCores,
            CpuType = model.CpuType,
            MemoryGb = model.MemoryGb,
            SystemDiskType = model.SystemDisk.Type,
            SystemDiskSize = model.SystemDisk.SizeGb,
            SystemDiskCount = (ulong)model.SystemDisk.Count,
            DataDiskType = model.DataDisk.Type,
            DataDiskSize = model.DataDisk.SizeGb,
            DataDiskCount = (ulong)model.DataDisk.Count,
            SecondaryDataDiskType = newerFields ? model.SecondaryDataDisk.Type : null,
            SecondaryDataDiskSize = newerFields ? model.SecondaryDataDisk.SizeGb : null,
            SecondaryDataDiskCount = newerFields ? model.SecondaryDataDisk.Count : null,
            DiskType = model.DiskType,
            NetworkInterfaceType = model.NetworkInterfaceType,
            GpuType = model.GpuType,
            Quota = offer.Quota,
        };
    }
}
