using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>How many machines there are: the way to a sold-out zone or an exhausted quota without ordering everything first.</summary>
internal static class Stock
{
    private const string Path = "/sandboxes/{name}/zones/{zone}/types/{type}";
    private const string ZoneText = "Code of a zone.";
    private const string TypeText = "Code of an instance type.";

    public static void MapStock(this IEndpointRouteBuilder control)
    {
        control.MapGet(Path, GetAsync)
            .Describe(
                ControlTags.World,
                "Shows the machines of a type in a zone",
                "Free, bound, wiping ones and those of a rival add up to all. The API shows none of them.")
            .WithExamples(("zone", "ap-guangzhou-1"), ("type", "BMS5.MEDIUM8"))
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapPut(Path, PutAsync)
            .Describe(
                ControlTags.World,
                "Sets how many machines are free, and the quota",
                "Adds or removes free machines; bound ones and those being wiped stay. The quota is set for every account of the sandbox, 0 for no limit.")
            .WithExamples(("zone", "ap-guangzhou-1"), ("type", "BMS5.MEDIUM8"))
            .WithJsonBody<StockChange>("""{"free":2,"quota":10}""")
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Ok<StockView>> GetAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description(ZoneText)] string zone,
        [Description(TypeText)] string type,
        [FromServices] SandboxLookup sandboxes) =>
        TypedResults.Ok(View(await sandboxes.AskAsync(name, new UseCases.Stocks.ReadStock(ZoneCode.Of(zone), type))));

    private static async Task<Ok<StockView>> PutAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description(ZoneText)] string zone,
        [Description(TypeText)] string type,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes)
    {
        var change = await BodyReader.ReadAsync(request, ControlPlaneJson.Default.StockChange);
        if (change is { Free: null, Quota: null })
        {
            throw ControlProblem.BadField("free", "Neither `free` nor `quota` is given; at least one is needed.");
        }

        return TypedResults.Ok(View(await sandboxes.ChangeAsync(name, new UseCases.Stocks.SetStock(ZoneCode.Of(zone), type, change.Free, change.Quota))));
    }

    private static StockView View(StockState stock) =>
        new(stock.Zone.ToString(), stock.InstanceType, stock.Machines, stock.Free, stock.Bound, stock.Wiping, stock.Rival, stock.Quota);
}
