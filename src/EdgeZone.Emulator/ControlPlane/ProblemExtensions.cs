using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;

namespace EdgeZone.Emulator.ControlPlane;

internal static class ProblemExtensions
{
    /// <summary>Lists the refusals that the endpoint has besides those that any request can meet.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ProblemView>(status, ControlTags.Problem);
        }

        return endpoint;
    }
}
