namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Direction of a list.</summary>
public enum SortOrder
{
    /// <summary>Oldest first.</summary>
    Ascending,

    /// <summary>Newest first.</summary>
    Descending,
}
