namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>A model of machine (<see href="https://www.tencentcloud.com/document/api/1230/79094">InstanceTypeQuota</see>).</summary>
/// <param name="Code">What calls name it by, for instance <c>BMS5.MEDIUM8</c>.</param>
/// <param name="Family">Family mark, for instance <c>BM.S5</c>.</param>
/// <param name="FamilyName">Name of the family.</param>
/// <param name="CpuCores">Number of cores.</param>
/// <param name="CpuType">Model and number of sockets, for instance <c>6231C*2</c>.</param>
/// <param name="MemoryGb">Memory in GB.</param>
/// <param name="SystemDisk">Disks of the operating system.</param>
/// <param name="DataDisk">Disks for data.</param>
/// <param name="SecondaryDataDisk">Further disks for data.</param>
/// <param name="NetworkInterfaceType">Speed and number of ports, for instance <c>25G*2</c>.</param>
/// <param name="GpuType">Model and number of GPUs, <c>""</c> without one.</param>
public sealed record InstanceType(
    string Code,
    string Family,
    string FamilyName,
    int CpuCores,
    string CpuType,
    int MemoryGb,
    DiskGroup SystemDisk,
    DiskGroup DataDisk,
    DiskGroup SecondaryDataDisk,
    string NetworkInterfaceType,
    string GpuType)
{
    /// <summary>The letter of the family, as instances show it: <c>S</c> of <c>BM.S5</c>.</summary>
    public string FamilyLetter => FamilyMark.TrimEnd(Digits);

    /// <summary>The name of the family with its generation, as instances show it: <c>标准型S5</c> of <c>标准型</c> and <c>BM.S5</c>.</summary>
    public string FamilyNameWithGeneration =>
        FamilyMark == FamilyLetter || FamilyName.EndsWith(FamilyMark, StringComparison.Ordinal) ? FamilyName : FamilyName + FamilyMark;

    /// <summary>The model of the processor without the number of sockets, as instances show it: <c>6231C</c> of <c>6231C*2</c>.</summary>
    public string CpuModel => CpuType.LastIndexOf('*') is > 0 and var end && CpuType.AsSpan(end + 1).TrimEnd(Digits).IsEmpty ? CpuType[..end] : CpuType;

    /// <summary>The disks in one text, system before data, groups without disks left out: <c>SSD-480G*2, SSD-960G*4</c>.</summary>
    public string DiskType => string.Join(
        ", ",
        new[] { SystemDisk, DataDisk, SecondaryDataDisk }.Where(group => group.Count > 0).Select(group => $"{group.Type}-{group.SizeGb}G*{group.Count}"));

    private static char[] Digits { get; } = [.. "0123456789"];

    private string FamilyMark => Family[(Family.LastIndexOf('.') + 1)..];
}
