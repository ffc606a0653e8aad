using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Exploring;

/// <summary>One thing that goes wrong at one place of a run.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Action">With a call of which action.</param>
/// <param name="Occurrence">The how manieth of that action, from 1.</param>
/// <param name="Detail">Which of the kind's possibilities, for instance <c>machine-2-pxe-fails</c>.</param>
/// <param name="Fault">What is wrong with a program that does not survive it: findings with the same are one.</param>
/// <param name="Outcome">What the rule does, as the control plane takes it.</param>
/// <param name="Machine">The place of the machine in the order, from 1; null when it concerns the call.</param>
/// <param name="Phase">The phase of the work on the machine; null when it concerns the call.</param>
internal sealed record Position(
    FaultKind Kind, string Action, int Occurrence, string Detail, string Fault, JsonObject Outcome, int? Machine = null, string? Phase = null)
{
    /// <summary>What it is called, on a command line too.</summary>
    public string Id { get; } = $"{Action}-{Occurrence}-{Detail}";

    /// <summary>Whether a rule behind this one does not see the call.</summary>
    public bool HidesCall => Machine is null && Kind is not (FaultKind.Timeout or FaultKind.Machine);

    /// <summary>The rule for it.</summary>
    /// <param name="hidden">How many earlier calls of the action the rule does not see.</param>
    public JsonObject Rule(int hidden)
    {
        var match = new JsonObject { ["action"] = Action };
        if (Machine is { } machine)
        {
            match["index"] = machine;
        }

        return new JsonObject
        {
            ["match"] = match,
            ["when"] = new JsonObject { ["skip"] = Occurrence - 1 - hidden, ["times"] = 1 },
            ["then"] = Outcome.DeepClone(),
        };
    }
}
