namespace EdgeZone.Emulator.Domain.Rows;

/// <summary>The row of a key about which nothing is to be said but that it is there: <see cref="SortedRows{T}"/> of them are a set.</summary>
internal readonly struct Membership;
