namespace EdgeZone.Emulator.Validation;

/// <summary>What there is to say about parameters that several actions share, beside the rules and readings that make it true.</summary>
internal static class Texts
{
    public const string Zone = "Code of a zone, as DescribeZones lists it.";
    public const string ZoneFilter = "Only those in this zone.";
    public const string NameFilter = "Only those whose name contains this, in upper or lower case.";
    public const string NetworkName = "Name of the network, 1 to 60 characters long.";
    public const string NetworkId = "Id of the network.";
    public const string Offset = "How many to skip. Default 0.";
    public const string Limit = "How many to list, 1 to 100. Default 20.";
}
