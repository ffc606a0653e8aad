using EdgeZone.Emulator.Domain.UseCases;

namespace EdgeZone.Emulator.Protocol;

/// <summary>What a handler works with: the caller's world, the caller's account in it, and the contract that is spoken.</summary>
/// <param name="Turn">The call's turn in the world.</param>
/// <param name="AppId">The calling account.</param>
/// <param name="Edition">Which fields an answer has.</param>
internal readonly record struct ActionContext(Turn Turn, long AppId, ApiEdition Edition)
{
    /// <summary>Runs a use case in the caller's world.</summary>
    public T Execute<T>(UseCase<T> useCase) => Turn.Execute(useCase);

    /// <summary>Whether answers carry what only the newer contract has.</summary>
    public bool ShowsNewerFields => Edition != ApiEdition.International;
}
