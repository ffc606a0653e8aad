namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Where an instance is.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Status">Its status in the words of the API.</param>
/// <param name="OperateStatus">The power state of its machine in the words of the API.</param>
public sealed record InstanceState(string InstanceId, string Status, string OperateStatus);

/// <summary>Where an instance is to go; exactly one member.</summary>
public sealed record InstanceStateChange
{
    /// <summary>The next status of its life: <c>running</c>, <c>isolating</c>, <c>isolated</c>, <c>terminating</c> or <c>error</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The next power state of its machine: <c>normal</c>, <c>starting</c>, <c>stopping</c>, <c>stopped</c> or <c>rebooting</c>.</summary>
    public string? OperateStatus { get; init; }
}
