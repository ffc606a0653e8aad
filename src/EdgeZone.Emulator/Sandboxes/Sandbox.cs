using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.UseCases;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A small world of its own, with the record of who called it.</summary>
/// <param name="Cloud">The world.</param>
/// <param name="Calls">The latest calls.</param>
/// <param name="HomeAccount">The AppId of its first account, which owns the seeded networks.</param>
internal sealed record Sandbox(EdgeCloud Cloud, CallLog Calls, long HomeAccount)
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
}
