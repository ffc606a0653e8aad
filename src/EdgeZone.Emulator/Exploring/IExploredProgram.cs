using System.Text.Json.Nodes;

namespace EdgeZone.Emulator.Exploring;

/// <summary>A program that calls the API and can be run again and again.</summary>
internal interface IExploredProgram
{
    /// <summary>Runs it from its beginning in a world of its own, which is the same each time but for the rules.</summary>
    /// <param name="rules">The fault rules that hold in that world, as the control plane takes them.</param>
    /// <param name="cancellation">Ends the run; nothing of it stays behind.</param>
    Task<Observation> RunAsync(IReadOnlyList<JsonObject> rules, CancellationToken cancellation);
}
