namespace Samples.Provisioning;

/// <summary>What is wanted.</summary>
/// <param name="Name">The name of the machines; nothing else in the account has it.</param>
public sealed record Order(string Name)
{
    /// <summary>The zone.</summary>
    public string Zone { get; init; } = "ap-guangzhou-1";

    /// <summary>The instance type.</summary>
    public string InstanceType { get; init; } = "BMS5.MEDIUM8";

    /// <summary>The private network.</summary>
    public string PrivateNetworkId { get; init; } = "net-private-001";

    /// <summary>The public network.</summary>
    public string PublicNetworkId { get; init; } = "net-public-001";
}

/// <summary>What came of an order.</summary>
/// <param name="Ids">The machines.</param>
/// <param name="Failed">How many there were not.</param>
public sealed record Ordered(IReadOnlyList<string> Ids, int Failed);

/// <summary>A machine.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status in the words of the API.</param>
public sealed record Machine(string Id, string Name, string Status);
