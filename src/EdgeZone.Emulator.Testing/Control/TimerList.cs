namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What is due when, and what else can happen by itself.</summary>
/// <param name="Now">The sandbox's time, UTC.</param>
/// <param name="Calls">How many calls there have ever been.</param>
/// <param name="UnderWay">How many of them are not answered yet.</param>
/// <param name="Timers">In the order in which it will be done.</param>
/// <param name="Hanging">Work that is never done, because a fault rule said so.</param>
public sealed record TimerList(DateTimeOffset Now, long Calls, int UnderWay, IReadOnlyList<SandboxTimer> Timers, IReadOnlyList<HangingWork> Hanging);

/// <summary>Work on an instance that never ends.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Phase">The phase that never ends.</param>
/// <param name="Since">When it began, or will, in the sandbox's time, UTC.</param>
/// <param name="Rule">The id of the rule that said so.</param>
public sealed record HangingWork(string InstanceId, Phase Phase, DateTimeOffset Since, string Rule);

/// <summary>Work that will be done when it is due.</summary>
/// <param name="Due">When, in the sandbox's time, UTC.</param>
/// <param name="Step">What, for instance <c>installSystem</c>.</param>
/// <param name="InstanceId">The instance that it is done to; null for what a rival gives back.</param>
public sealed record SandboxTimer(DateTimeOffset Due, string Step, string? InstanceId = null);
