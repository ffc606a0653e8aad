using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("A fault rule to add.")]
internal sealed record FaultSpec(
    [property: Description("Its name, 1 to 64 letters, digits, dots, dashes and underscores. Default: one is made.")] string? Name = null,
    [property: Description("Which calls it concerns: all conditions must hold, and one that is left out asks nothing. In texts `*` stands for any characters.")]
    FaultMatchView? Match = null,
    [property: Description("Which of those calls it fires for. Default: every one.")] FaultTimingView? When = null,
    [property: Description("What it does: an outcome, or a list of which each time takes the next and stays with the last; null in it lets the call pass.")]
    IReadOnlyList<FaultOutcomeView?>? Then = null,
    [property: Description("Whether it is to have fired, for a list of those that should have and did not. Default false.")] bool? Required = null);

[Description("Which calls a rule concerns.")]
internal sealed record FaultMatchView(
    [property: Description("The action.")] string? Action = null,
    [property: Description("The account.")] long? Account = null,
    [property: Description("The region of the call.")] string? Region = null,
    [property: Description("The zone that the call names.")] string? Zone = null,
    [property: Description("The instance type that the call names.")] string? InstanceType = null,
    [property: Description("The name of instances that the call names.")] string? InstanceName = null,
    [property: Description("The number of the call in the sandbox, as in the list of calls.")] long? Call = null,
    [property: Description("The place of a machine in the batch, from 1, for `machine` and `provisioning`.")] int? Index = null);

[Description("Which calls a rule fires for.")]
internal sealed record FaultTimingView(
    [property: Description("How many calls it lets pass first. Default 0.")] long? Skip = null,
    [property: Description("How often it fires. Default: always.")] long? Times = null,
    [property: Description("It fires for every nth call. Default 1.")] long? Every = null,
    [property: Description("How likely it fires, above 0 and at most 1, by the sandbox's chance. Default: certainly.")] double? Chance = null,
    [property: Description("From when on, an instant of the sandbox's time with its offset from UTC.")] string? From = null,
    [property: Description("Until when, that instant not included.")] string? Until = null);

[Description("What a rule does: exactly one member besides the delay, or the delay alone.")]
internal sealed record FaultOutcomeView(
    [property: Description("The call is refused.")] FaultErrorView? Error = null,
    [property: Description("The answer comes that much later, hh:mm:ss of real time, beside any other outcome or alone.")] string? Delay = null,
    [property: Description("Something before the API answers in its place.")] FaultPageView? Http = null,
    [property: Description("The connection breaks without a byte: request, nothing is done; answer, the call is carried out."), Words("request", "answer")]
    string? Drop = null,
    [property: Description("The call is carried out, and half of the announced answer comes, or bytes that are no JSON."), Words("truncated", "garbled")]
    string? Answer = null,
    [property: Description("Somebody else takes things just before the call.")] FaultRivalView? Rival = null,
    [property: Description("Machines of an order cannot be had."), Words("unavailable")] string? Machine = null,
    [property: Description("The work on machines of the call goes wrong.")] FaultProvisioningView? Provisioning = null);

[Description("An error of the API.")]
internal sealed record FaultErrorView(
    [property: Description("A code of the API, or one of one's own.")] string? Code = null,
    [property: Description("Default: one that fits the code.")] string? Message = null);

[Description("An answer that is none of the API's.")]
internal sealed record FaultPageView(
    [property: Description("The HTTP status, 200 to 599.")] int? Status = null,
    [property: Description("The body. Default: empty.")] string? Body = null,
    [property: Description("Default `text/html`.")] string? ContentType = null);

[Description("What somebody else takes, as much of it as there is.")]
internal sealed record FaultRivalView(
    [property: Description("How many machines.")] int? Machines = null,
    [property: Description("How many public IPv4 addresses of the zone's pool of static ones.")] int? Addresses = null,
    [property: Description("How long, hh:mm:ss of the sandbox's time. Default: for ever.")] string? For = null,
    [property: Description("In which zone. Default: the call's.")] string? Zone = null,
    [property: Description("Of which instance type. Default: the call's.")] string? InstanceType = null);

[Description("What goes wrong with the work on a machine.")]
internal sealed record FaultProvisioningView(
    [property: Description("In which phase."), Words("network", "power", "pxe", "image", "configure", "wipe")] string? Phase = null,
    [property: Description("It fails when the phase would have ended, never ends, or takes several times as long."), Words("fails", "hangs", "slow")]
    string? Outcome = null,
    [property: Description("How many times as long, for slow; above 0 and at most 1000.")] double? Factor = null);
