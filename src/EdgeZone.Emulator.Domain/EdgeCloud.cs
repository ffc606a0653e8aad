using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain;

/// <summary>One sandbox: a small world with its own stock, quotas, networks, instances, clock and chance, and the one door to it.</summary>
/// <remarks>
/// <see cref="Execute{T}"/> is the only way in. It holds the one lock from beginning to end: reads the time, does whatever has become due,
/// then runs the use case; so two callers can never both get the last machine, address or unit of quota. A refused one changes nothing.
/// What is returned is immutable and may be read outside the lock.
/// </remarks>
public sealed class EdgeCloud
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly RequestIds _requestIds;
    private readonly World _world;

    /// <summary>Sets a sandbox up.</summary>
    /// <param name="name">Its name; part of the seed of its chance.</param>
    /// <param name="seed">What it begins with.</param>
    /// <param name="options">What can be set about it.</param>
    /// <param name="appIds">Its accounts, at least one; the first owns the networks of the seed.</param>
    /// <param name="time">The time outside.</param>
    /// <exception cref="ArgumentException">The seed contradicts itself or an option is out of range.</exception>
    /// <exception cref="ControlException">The rate does not fit the clock's mode.</exception>
    public EdgeCloud(string name, WorldSeed seed, WorldOptions options, IReadOnlyList<long> appIds, TimeProvider time)
    {
        seed.EnsureConsistent();
        Name = name;
        _time = time;
        _requestIds = new RequestIds(SeededGenerator.For(options.Chance, name, "requests"));
        _world = new World(name, seed, options, appIds, time.GetUtcNow());
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>An id for a call, a UUID of version 4.</summary>
    public Guid NextRequestId() => _requestIds.Next();

    /// <summary>Does what is due, then runs the use case.</summary>
    /// <exception cref="EdgeZoneException">The API refuses it.</exception>
    /// <exception cref="ControlException">It is a command that makes no sense.</exception>
    public T Execute<T>(UseCase<T> useCase)
    {
        lock (_gate)
        {
            return useCase.Run(_world, _world.PlayDue(_time.GetUtcNow()));
        }
    }
}
