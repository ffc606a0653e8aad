using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("A sandbox to make; what is left out is as the settings say, or as the one that it is forked from has it.")]
internal sealed record SandboxCreation(
    [property: Description("Its name, 1 to 128 printable ASCII characters without spaces and slashes. Default: one is made up.")] string? Name = null,
    [property: Description("The sandbox that it goes on from; it has the same machines, time and ids to come. Default: it begins from the seed.")]
    string? From = null,
    [property: Description("With `from`: as that one was just before its call or command of this number. Default: as it is now.")] long? Call = null,
    [property: Description("How its time passes.")] ClockAtFirst? Clock = null,
    [property: Description("Seed of its chance, for one that begins from the seed.")] long? Chance = null,
    [property: Description("How long the work on its machines takes.")] DurationsChange? Durations = null,
    [property: Description("Which generation of the contract it speaks."), Words("international", "mainland", "union")] string? Edition = null,
    [property: Description("How many calls it takes.")] RateLimitChange? RateLimit = null,
    [property: Description("How many accounts it has, 1 to 16, for one that begins from the seed. Default 1.")] int? Accounts = null,
    [property: Description("How long it exists, hh:mm:ss of real time, at most 30 days. Default: until it is deleted.")] string? Expires = null);

[Description("A profile, or durations by hand on top of it.")]
internal sealed record DurationsChange(
    [property: Description("fast, instant or realistic."), Words("fast", "instant", "realistic")] string? Profile = null,
    [property: Description("Assigning addresses, hh:mm:ss, at most 30 days.")] string? Network = null,
    [property: Description("Installing the operating system, hh:mm:ss, at most 30 days.")] string? Install = null,
    [property: Description("Wiping a terminated machine, hh:mm:ss, at most 30 days.")] string? Wipe = null);

[Description("What of the rate limit is another than the settings say.")]
internal sealed record RateLimitChange(
    [property: Description("Whether calls are counted.")] bool? Enabled = null,
    [property: Description("Calls per second for each action, region and sub-account, 1 or more.")] int? PerSecond = null);

[Description("A sandbox that was made, with a credential for each of its accounts.")]
internal sealed record CreatedView(
    string Name,
    [property: Description("Its time, UTC.")] DateTime Time,
    [property: Description("When it goes by itself, real time; absent when it does not.")] DateTime? Expires,
    IReadOnlyList<IssuedCredentialView> Credentials,
    [property: Description("What its clock shows.")] ClockView Clock);

[Description("A pair of keys that leads to an account of the sandbox, as long as that exists.")]
internal sealed record IssuedCredentialView(string SecretId, string SecretKey, long AppId);
