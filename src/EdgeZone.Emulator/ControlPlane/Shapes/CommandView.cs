using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Records;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>One command of the control plane.</summary>
internal sealed record CommandView(
    [property: Description("Its number in the sandbox, from the same row as those of calls.")] long Number,
    [property: Description("When it was its turn, real time, UTC.")] DateTime Outside,
    [property: Description("When it was its turn, the sandbox's time, UTC.")] DateTime? Inside,
    [property: Description("What was wanted, as in the journal.")] JsonElement Command,
    [property: Description("OK, or the field that was refused.")] string Outcome,
    [property: Description("Why it was refused; absent for a success.")] string? Message,
    [property: Description("How much happened.")] long Happened)
{
    public static CommandView Of(JournalEntry entry) => new(
        entry.Number,
        entry.Outside.UtcDateTime,
        entry.Inside?.UtcDateTime,
        RecordText.Write(entry.Command!),
        entry.Outcome,
        entry.Error?.Message,
        entry.Happened);
}
