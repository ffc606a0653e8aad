using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A small world of its own, with the record of who called it.</summary>
/// <param name="Cloud">The world.</param>
/// <param name="Calls">The latest calls.</param>
/// <param name="Terms">How it begins again when it is reset.</param>
/// <param name="HomeAccount">The AppId of its first account, which owns the seeded networks.</param>
internal sealed record Sandbox(EdgeCloud Cloud, CallLog Calls, SandboxTerms Terms, long HomeAccount)
{
    public string Name => Cloud.Name;

    /// <summary>Where callers wait for their turn.</summary>
    public SandboxGate Gate { get; } = new();

    /// <summary>Runs a use case when it is its turn.</summary>
    public async ValueTask<T> ExecuteAsync<T>(UseCase<T> useCase)
    {
        await Gate.EnterAsync();
        try
        {
            return Cloud.Execute(useCase);
        }
        finally
        {
            Gate.Leave();
        }
    }

    /// <summary>Writes it down when it is its turn.</summary>
    public async ValueTask<WorldState> SaveAsync()
    {
        await Gate.EnterAsync();
        try
        {
            return Cloud.Save();
        }
        finally
        {
            Gate.Leave();
        }
    }

    /// <summary>What it began as, when that was another sandbox or a snapshot; null when it began from the seed.</summary>
    public WorldState? Beginning { get; init; }

    /// <summary>When it goes by itself, in real time; null when it does not.</summary>
    public DateTimeOffset? Expires { get; init; }
}
