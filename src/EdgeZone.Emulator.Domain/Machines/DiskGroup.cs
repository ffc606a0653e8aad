namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>Equal disks of a machine.</summary>
/// <param name="Type">For instance <c>SSD</c>; <c>""</c> when there are none.</param>
/// <param name="SizeGb">Size of each in GB; 0 when there are none.</param>
/// <param name="Count">How many.</param>
public sealed record DiskGroup(string Type, int SizeGb, int Count)
{
    /// <summary>No disks.</summary>
    public static DiskGroup None { get; } = new("", 0, 0);
}
