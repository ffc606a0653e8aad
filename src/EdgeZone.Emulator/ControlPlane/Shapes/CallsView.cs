using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>The calls of a sandbox.</summary>
internal sealed record CallsView(
    IReadOnlyList<CallView> Calls,
    [property: Description("How many calls there have ever been.")] long Total,
    [property: Description("How many are remembered at the most: Emulator:Sandboxes:Calls.")] int Capacity,
    [property: Description("Whether older ones are forgotten: more came than the capacity, or than Emulator:Sandboxes:CallsMemory holds for all sandboxes.")]
    bool Truncated);

/// <summary>One call.</summary>
internal sealed record CallView(
    [property: Description("When it was answered, real time, UTC.")] DateTime At,
    string Action,
    [property: Description("Who called; empty for an unsigned call.")] string SecretId,
    [property: Description("What was sent, secrets masked, cut when long; absent when the call was refused before.")] string? Parameters,
    [property: Description("OK, or the code of the error.")] string Outcome,
    [property: Description("The message of the error; absent for a success.")] string? Message,
    [property: Description("How long the answer took.")] double Milliseconds,
    string RequestId);
