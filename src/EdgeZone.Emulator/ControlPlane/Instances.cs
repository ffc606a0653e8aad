using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Brings instances into states that no action of the API leads to.</summary>
internal static class Instances
{
    public static void MapInstances(this IEndpointRouteBuilder control) =>
        control.MapPut("/sandboxes/{name}/instances/{id}", PutAsync)
            .Describe(
                ControlTags.World,
                "Brings an instance into another status",
                "One step of its life, or one of the power states of its machine, whoever owns it. "
                    + "A step that there is not is refused with those that there are.")
            .WithJsonBody<InstanceStateChange>("""{"operateStatus":"stopped"}""")
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge);

    private static async Task<Ok<InstanceStateView>> PutAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description("The id of the instance.")] string id,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes)
    {
        var change = await BodyReader.ReadAsync(request, ControlPlaneJson.Default.InstanceStateChange);
        if (change.Status is null == change.OperateStatus is null)
        {
            throw ControlProblem.BadField("status", "Exactly one of `status` and `operateStatus` is needed.");
        }

        var set = new UseCases.Instances.SetInstance(
            InstanceId.Of(id), Read<InstanceStatus>(change.Status, "status"), Read<OperateStatus>(change.OperateStatus, "operateStatus"));
        var instance = await sandboxes.ChangeAsync(name, set);
        return TypedResults.Ok(new InstanceStateView(instance.InstanceId.ToString(), instance.Status.Word(), instance.OperateStatus.Word()));
    }

    private static T? Read<T>(string? word, string field) where T : struct, Enum => FaultWords.Read<T>(word, out var value)
        ? value
        : throw ControlProblem.BadField(field, $"'{word}' is not one of {FaultWords.All<T>()}.");
}
