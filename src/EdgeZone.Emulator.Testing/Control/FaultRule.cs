namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What shall go wrong in a sandbox, for which calls, and when.</summary>
public sealed record FaultRule
{
    /// <summary>Its name, 1 to 64 letters, digits, dots, dashes and underscores. Null to have one made.</summary>
    public string? Name { get; init; }

    /// <summary>Which calls it concerns. Null for all.</summary>
    public FaultMatch? Match { get; init; }

    /// <summary>Which of those it fires for. Null for every one.</summary>
    public FaultTiming? When { get; init; }

    /// <summary>What it does: each time the next, the last one from then on. Null in it lets the call pass.</summary>
    public required IReadOnlyList<FaultOutcome?> Then { get; init; }

    /// <summary>Whether it is to have fired, for <see cref="SandboxClient.ListFaultsAsync"/> of those that should have and did not.</summary>
    public bool? Required { get; init; }
}

/// <summary>Which calls a rule concerns. What is null asks nothing, all else must hold; in texts <c>*</c> stands for any characters.</summary>
public sealed record FaultMatch
{
    /// <summary>The action.</summary>
    public string? Action { get; init; }

    /// <summary>The account.</summary>
    public long? Account { get; init; }

    /// <summary>The region.</summary>
    public string? Region { get; init; }

    /// <summary>The zone that the call names.</summary>
    public string? Zone { get; init; }

    /// <summary>The instance type that the call names.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The name of instances that the call names.</summary>
    public string? InstanceName { get; init; }

    /// <summary>The number of the call in the sandbox.</summary>
    public long? Call { get; init; }

    /// <summary>The place of a machine in the batch, from 1, for <see cref="FaultOutcome.Machine"/> and <see cref="FaultOutcome.Provisioning"/>.</summary>
    public int? Index { get; init; }
}

/// <summary>Which of the calls that a rule concerns it fires for; all conditions must hold.</summary>
public sealed record FaultTiming
{
    /// <summary>How many it lets pass first.</summary>
    public long? Skip { get; init; }

    /// <summary>How often it fires. Null for always.</summary>
    public long? Times { get; init; }

    /// <summary>It fires for every nth.</summary>
    public long? Every { get; init; }

    /// <summary>How likely it fires, above 0 and at most 1, by the sandbox's chance.</summary>
    public double? Chance { get; init; }

    /// <summary>From when on, in the sandbox's time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, in the sandbox's time, that instant not included.</summary>
    public DateTimeOffset? Until { get; init; }
}
