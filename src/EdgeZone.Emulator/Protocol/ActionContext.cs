using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.UseCases;

namespace EdgeZone.Emulator.Protocol;

/// <summary>What a handler works with: the caller's world, the caller's account in it, and the contract that is spoken.</summary>
/// <param name="Cloud">The sandbox that the call is played in.</param>
/// <param name="Number">The call's number in the sandbox.</param>
/// <param name="AppId">The calling account.</param>
/// <param name="Edition">Which fields an answer has.</param>
internal readonly record struct ActionContext(EdgeCloud Cloud, long Number, long AppId, ApiEdition Edition)
{
    /// <summary>Runs a use case in the caller's world.</summary>
    public T Execute<T>(UseCase<T> useCase) => Cloud.Execute(useCase, Number);

    /// <summary>Whether answers carry what only the newer contract has.</summary>
    public bool ShowsNewerFields => Edition != ApiEdition.International;
}
