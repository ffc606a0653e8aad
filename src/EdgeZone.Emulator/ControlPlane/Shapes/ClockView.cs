using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>How time is to pass.</summary>
internal sealed record ClockChange(
    [property: Description("real, frozen or scaled."), Words("real", "frozen", "scaled")] string? Mode = null,
    [property: Description("Seconds inside per second outside, above 0 and at most 1000000; needed by scaled, by no other.")] double? Rate = null);

/// <summary>What the clock shows.</summary>
internal sealed record ClockView(
    [property: Description("real, frozen or scaled."), Words("real", "frozen", "scaled")] string Mode,
    [property: Description("Seconds inside per second outside: 1 when real, 0 when frozen.")] double Rate,
    [property: Description("The sandbox's time, UTC.")] DateTime Now,
    [property: Description("When the next step of provisioning is due; absent when there is none.")] DateTime? NextDue);
