using System.Runtime.ExceptionServices;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain;

/// <summary>One sandbox: a small world with its own stock, quotas, networks, instances, clock and chance, and the one door to it.</summary>
/// <remarks>
/// <see cref="Perform{T}(UseCase{T})"/> is the only way in. It holds the one lock from beginning to end: numbers the use case, reads the time,
/// does whatever has become due, then runs the use case; so two callers can never both get the last machine, address or unit of quota, and
/// the numbers are the order of effects. A refused use case changes nothing, but that a Describe call may have
/// moved the clock before. What is returned is immutable and may be read outside the lock.
/// </remarks>
public sealed class EdgeCloud
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly RequestIds _requestIds;
    private readonly World _world;
    private long _number;

    /// <summary>Sets a sandbox up.</summary>
    /// <param name="name">Its name; part of the seed of its chance.</param>
    /// <param name="seed">What it begins with.</param>
    /// <param name="options">What can be set about it.</param>
    /// <param name="appIds">Its accounts, at least one; the first owns the networks of the seed.</param>
    /// <param name="time">The time outside.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the seed has more machines than an option allows.</exception>
    /// <exception cref="ControlException">The rate does not fit the clock's mode.</exception>
    public EdgeCloud(string name, WorldSeed seed, WorldOptions options, IReadOnlyList<long> appIds, TimeProvider time)
    {
        Name = name;
        Began = time.GetUtcNow();
        _time = time;
        _requestIds = new RequestIds(SeededGenerator.For(options.Chance, name, "requests").State);
        _world = new World(name, seed, options, appIds, Began);
    }

    /// <summary>Goes on as another sandbox has been written down.</summary>
    /// <param name="name">Its own name.</param>
    /// <param name="state">What was written down.</param>
    /// <param name="time">The time outside.</param>
    /// <exception cref="WorldStateException">The state contradicts itself.</exception>
    public EdgeCloud(string name, WorldState state, TimeProvider time)
    {
        Name = name;
        Began = state.Clock.Outside;
        _time = time;
        _requestIds = new RequestIds(SeededGenerator.For(state.Options.Chance, state.Name, "requests").State);
        try
        {
            _world = state.Origin?.Copy(state.Options, state.Clock) ?? new World(state);
        }
        catch (ControlException e)
        {
            throw new WorldStateException($"clock.{e.Field}", e.Message);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new WorldStateException("$", e.Message);
        }

        _number = state.Number;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The time outside at which it was set up, or, of one that goes on as another, at which that was written down.</summary>
    public DateTimeOffset Began { get; }

    /// <summary>Whether a fault rule, or the end of a name, can concern calls of an action; for whoever's turn it is.</summary>
    public bool MayStrike(string action) => _world.Faults.MayConcern(action) || (_world.Options.NamedFaults && action == FaultActions.Order);

    /// <summary>The same for a call.</summary>
    public bool MayStrike(in CallFacts call) => _world.Faults.MayConcern(call.Action) || NamedFaults.Of(call.InstanceName) is not null;

    /// <summary>The id of the call of that number, a UUID of version 4.</summary>
    public Guid RequestIdOf(long number) => _requestIds.Of(number);

    /// <summary>Writes it down as it is, what is due being done.</summary>
    public WorldState Save() => WriteDown().Result;

    /// <summary>The same with what was due.</summary>
    public Executed<WorldState> WriteDown()
    {
        lock (_gate)
        {
            var outside = _time.GetUtcNow();
            var now = _world.PlayDue(outside);
            return new Executed<WorldState>(0, outside, now, _world.Save(_number), null, false, _world.Events.First, _world.Events.Total);
        }
    }

    /// <summary>Takes the number of a call. It is the call's also when that is refused before it comes to a use case.</summary>
    public long TakeNumber()
    {
        lock (_gate)
        {
            return ++_number;
        }
    }

    /// <summary>Does what is due, then runs the use case.</summary>
    public Executed<T> Perform<T>(UseCase<T> useCase)
    {
        lock (_gate)
        {
            return PerformAt(useCase, useCase.IsLook ? 0 : ++_number, _time.GetUtcNow());
        }
    }

    /// <summary>The same under a number that was taken before, and at the time outside of what was performed under it before, if anything was.</summary>
    public Executed<T> Perform<T>(UseCase<T> useCase, long number, DateTimeOffset? outside = null)
    {
        lock (_gate)
        {
            _number = Math.Max(_number, number);
            return PerformAt(useCase, number, outside ?? _time.GetUtcNow());
        }
    }

    /// <summary>Repeats what was performed under that number, whatever it gives.</summary>
    public void Repeat(UseCase useCase, long number) => Perform(new Repetition(useCase), number);

    /// <summary>Does what is due, then runs the use case, and gives what it gives.</summary>
    /// <exception cref="EdgeZoneException">The API refuses it.</exception>
    /// <exception cref="ControlException">It is a command that makes no sense.</exception>
    public T Execute<T>(UseCase<T> useCase)
    {
        var executed = Perform(useCase);
        if (executed.Refusal is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }

        return executed.Result;
    }

    private Executed<T> PerformAt<T>(UseCase<T> useCase, long number, DateTimeOffset outside)
    {
        var now = _world.PlayDue(outside);
        _world.Events.Cause = number;
        if (useCase.IsDescribe)
        {
            now = _world.MovePerDescribe();
        }

        Exception? refusal = null;
        var result = default(T);
        try
        {
            result = useCase.Run(_world, now);
        }
        catch (Exception e) when (e is EdgeZoneException or ControlException)
        {
            refusal = e;
        }

        var events = _world.Events;
        return new Executed<T>(number, outside, now, result!, refusal, events.HasActed, events.First, events.Total);
    }

    private sealed record Repetition(UseCase Of) : UseCase<object?>
    {
        internal override bool IsDescribe => Of.IsDescribe;

        internal override object? Run(World world, DateTimeOffset now) => Of.RunAny(world, now);
    }
}
