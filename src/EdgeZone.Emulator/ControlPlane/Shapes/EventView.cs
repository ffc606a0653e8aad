using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.Domain.Events;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("Something that happened in a sandbox.")]
internal sealed record EventView(
    [property: Description("When it happened, in the sandbox's time, UTC; what was due happened when it was due.")] DateTime At,
    [property: Description("What happened.")] string Kind,
    [property: Description("What it happened to: the id of an instance, a network or an image, the code of a zone.")] string Subject,
    [property: Description("How that was before; absent when it was not there.")] string? Before,
    [property: Description("How that is now; absent when it is gone.")] string? After,
    [property: Description("What else there is to say.")] string? Detail,
    [property: Description("Number of the call or command that did it; absent when it happened because it was due.")] long? Cause)
{
    public static EventView Of(WorldEvent happened) => new(
        happened.At.UtcDateTime,
        JsonNamingPolicy.CamelCase.ConvertName(happened.Kind.ToString()),
        happened.Subject,
        happened.Before,
        happened.After,
        happened.Detail,
        happened.Cause == 0 ? null : happened.Cause);
}
