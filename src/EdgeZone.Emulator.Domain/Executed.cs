using EdgeZone.Emulator.Domain.Events;

namespace EdgeZone.Emulator.Domain;

/// <summary>What came of a use case.</summary>
/// <param name="Number">Its number in the sandbox, from 1; 0 for a mere look.</param>
/// <param name="Outside">The time outside at which it ran.</param>
/// <param name="At">The sandbox's time at which it ran, UTC.</param>
/// <param name="Result">What it gives; meaningless when it was refused.</param>
/// <param name="Refusal">
/// Why it was refused, an <see cref="Errors.EdgeZoneException"/> or a <see cref="Errors.ControlException"/>; null when it was not.
/// </param>
/// <param name="HasChanged">Whether it has changed the sandbox: only such ones have to be repeated to come to the same world.</param>
/// <param name="Events">What happened, first what was due, then what it did; only the first ones when there were more than the limit.</param>
/// <param name="Happened">How many events there were.</param>
public readonly record struct Executed<T>(
    long Number,
    DateTimeOffset Outside,
    DateTimeOffset At,
    T Result,
    Exception? Refusal,
    bool HasChanged,
    IReadOnlyList<WorldEvent> Events,
    long Happened);
