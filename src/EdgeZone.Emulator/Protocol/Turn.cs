using System.Runtime.ExceptionServices;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.UseCases;

namespace EdgeZone.Emulator.Protocol;

/// <summary>The turn of one call in a world, and what came of it there. Turns in a world come one after the other, so one object serves them all.</summary>
/// <param name="cloud">The world.</param>
internal sealed class Turn(EdgeCloud cloud)
{
    /// <summary>The call's number.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the call got as far as to want something of the world; it had not when its parameters were refused.</summary>
    public bool HasPerformed { get; private set; }

    /// <summary>Whether it has changed the world.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The time outside at which it was performed.</summary>
    public DateTimeOffset Outside { get; private set; }

    /// <summary>The world's time at which it was performed.</summary>
    public DateTimeOffset Inside { get; private set; }

    /// <summary>What happened: first what was due, then what the call did.</summary>
    public IReadOnlyList<WorldEvent> Events { get; private set; } = [];

    /// <summary>How much happened; more than <see cref="Events"/> has when there were more than the setting allows.</summary>
    public long Happened { get; private set; }

    /// <summary>Begins the turn of the call of that number.</summary>
    public void Begin(long number) => (Number, HasPerformed, HasChanged, Events, Happened) = (number, false, false, [], 0);

    /// <summary>Runs what the call wants.</summary>
    /// <exception cref="Domain.Errors.EdgeZoneException">The world refuses it.</exception>
    public T Execute<T>(UseCase<T> useCase)
    {
        // All that a call wants happens at one time.
        var executed = cloud.Perform(useCase, Number, HasPerformed ? Outside : null);
        (HasPerformed, HasChanged, Outside, Inside) = (true, HasChanged || executed.HasChanged, executed.Outside, executed.At);
        Events = Happened == 0 ? executed.Events : [.. Events, .. executed.Events];
        Happened += executed.Happened;
        if (executed.Refusal is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }

        return executed.Result;
    }
}
