namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>What a client signs with.</summary>
internal sealed record ClientCredential(string SecretId, string SecretKey, string? Token = null)
{
    /// <summary>Leads to the sandbox <c>default</c>.</summary>
    public static readonly ClientCredential BuiltIn = new("emulator", "emulator");

    /// <summary>Leads there too, as another account.</summary>
    public static readonly ClientCredential Bob = new("bob", "bob");

    /// <summary>One that no emulator has heard of.</summary>
    public static readonly ClientCredential Stranger = new("AKIDstranger", "whatever");
}
