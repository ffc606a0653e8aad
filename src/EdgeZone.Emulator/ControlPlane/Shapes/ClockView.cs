using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("How time is to pass in a new sandbox.")]
internal sealed record ClockAtFirst(
    [property: Description("real, frozen or scaled."), Words("real", "frozen", "scaled")] string? Mode = null,
    [property: Description("Seconds inside per second outside, above 0 and at most 1000000; needed by scaled, by no other.")] double? Rate = null);

[Description("How time is to pass; what is absent stays as it is.")]
internal sealed record ClockChange(
    [property: Description("real, frozen or scaled."), Words("real", "frozen", "scaled")] string? Mode = null,
    [property: Description("Seconds inside per second outside, above 0 and at most 1000000; needed by scaled, by no other.")] double? Rate = null,
    [property: Description("By how much each Describe call moves the clock before it looks, [d.]hh:mm:ss, at most 30 days; 00:00:00 ends that.")]
    string? PerDescribe = null);

[Description("What the clock shows.")]
internal sealed record ClockView(
    [property: Description("real, frozen or scaled."), Words("real", "frozen", "scaled")] string Mode,
    [property: Description("Seconds inside per second outside: 1 when real, 0 when frozen.")] double Rate,
    [property: Description("The sandbox's time, UTC.")] DateTime Now,
    [property: Description("By how much each Describe call moves it; absent when none does.")] string? PerDescribe,
    [property: Description("When the next step of provisioning is due; absent when there is none.")] DateTime? NextDue);
