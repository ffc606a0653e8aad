using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.UseCases.Faults;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>The turn of a call in a world: first the fault rules are matched with it, then it is carried out, unless they stop it.</summary>
internal static class CallTurn
{
    /// <param name="cloud">The world.</param>
    /// <param name="turn">The turn, begun.</param>
    /// <param name="call">The call, its parameters bound.</param>
    /// <param name="account">The calling account.</param>
    /// <param name="edition">Which generation of the contract is spoken.</param>
    /// <param name="struck">What fault rules do to it; null for nothing.</param>
    /// <returns>The answer; null when it is stopped without one of the API's.</returns>
    /// <exception cref="ApiException">It is refused.</exception>
    /// <exception cref="Domain.Errors.EdgeZoneException">The world refuses it.</exception>
    public static ApiResponse? Run(EdgeCloud cloud, Turn turn, Call call, long account, ApiEdition edition, ref StruckCall? struck)
    {
        var arguments = call.Parameters.Bound!;
        if (cloud.MayStrike(call.Action.Name) && call.Action.FactsOf(arguments, account, call.Region) is var facts && cloud.MayStrike(facts))
        {
            struck = turn.Execute(new MatchFaults(facts));
            if (struck?.Outcome?.Error is { } error)
            {
                throw new ApiException(error.Code, error.Message);
            }
        }

        return struck is { IsStopped: true } ? null : call.Action.Run(new ActionContext(turn, account, edition), arguments);
    }
}
