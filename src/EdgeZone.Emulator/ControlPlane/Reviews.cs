using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Reviewing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What a careful colleague would say after reading the journal of a test that has passed.</summary>
internal static class Reviews
{
    public static void MapReview(this IEndpointRouteBuilder control) =>
        control.MapGet("/sandboxes/{name}/review", GetAsync)
            .Describe(
                ControlTags.Sandboxes,
                "Reviews the calls",
                "What went well only because nothing went wrong: retries without a look or a pause, answers whose meaning was missed, things never "
                    + "given back; and which of the behaviour that was relied on stands in no document of the real service.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<Ok<ReviewView>> GetAsync(
        [Description(ControlTags.SandboxName)] string name, HttpRequest request, [FromServices] SandboxLookup sandboxes)
    {
        QueryReader.RequireKnown(request);
        var sandbox = sandboxes.Find(name);
        var held = Held.Since(sandbox, await sandbox.SaveAsync());
        var reading = sandbox.Journal.Read();
        var journal = ReviewedJournal.Of(
            reading,
            [
                .. held.Instances.Select(instance => (instance.Id, "instance")),
                .. held.PublicIps.Select(address => (address.Ip, "address")),
                .. held.PrivateNetworks.Select(network => (network.Id, "private network")),
                .. held.PublicNetworks.Select(network => (network.Id, "public network")),
            ],
            sandbox.Terms.RateLimit.PerSecond);
        return TypedResults.Ok(new ReviewView(journal.Calls.Count, reading.Truncated, [.. Reviewer.Review(journal).Select(RemarkView.Of)]));
    }
}
