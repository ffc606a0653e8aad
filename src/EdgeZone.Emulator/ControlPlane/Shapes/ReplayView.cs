using System.ComponentModel;
using System.Text.Json;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("What came of a replay.")]
internal sealed record ReplayView(
    [property: Description("How many calls were played.")] int Calls,
    [property: Description("Whether every answer was the recorded one, byte by byte.")] bool Identical,
    [property: Description("The first answer that was another; absent when there is none.")] DifferenceView? Difference);

[Description("An answer that was another than the recorded one.")]
internal sealed record DifferenceView(
    [property: Description("The number of the call.")] long Number,
    [property: Description("The recorded answer.")] JsonElement Expected,
    [property: Description("The answer that the replay gave.")] JsonElement Found);
