using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>What the document holds besides the mapped endpoints: the API itself, each action to try, and the token.</summary>
internal sealed class EmulatorDocument(EmulatorSettings settings, WorldSeed seed, SandboxRegistry sandboxes) : IOpenApiDocumentTransformer
{
    private const string Bearer = "token";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "EdgeZone.Emulator",
            Version = typeof(EmulatorDocument).Assembly.GetName().Version?.ToString(3) ?? "",
            Description = $"Emulator of Tencent Cloud's Edge Zone bare-metal API, version {EdgeZoneApi.Version}, {settings.Api.Edition} edition. "
                + "Everything under `/_emulator` belongs to the emulator; every other path is the API's.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        var world = new ExampleWorld(seed, sandboxes);
        var actions = new ActionOperations(document, settings, world);
        document.Tags = new HashSet<OpenApiTag>();
        if (settings.Auth.Mode != AuthMode.Strict)
        {
            document.Tags.Add(new OpenApiTag
            {
                Name = ControlTags.Actions,
                Description = "Try an action, unsigned, in the sandbox `default`. HTTP 200 in any case; a refusal is an `Error` inside.",
            });
            foreach (var action in SupportedActions.All.OrderBy(action => action.ExampleTurn))
            {
                document.Paths[$"/_emulator/actions/{action.Name}"] = actions.Try(action);
            }
        }

        GiveInstances(document, world.InstanceId);
        document.Paths["/"] = actions.Api();
        document.Tags.UnionWith(
        [
            new() { Name = ControlTags.Api, Description = "The API as an SDK calls it." },
            new() { Name = ControlTags.World, Description = "Steer a sandbox's time and machines." },
            new() { Name = ControlTags.Faults, Description = "Make calls and machines of a sandbox fail." },
            new() { Name = ControlTags.Sandboxes, Description = "Worlds of their own, one for each credential." },
            new() { Name = ControlTags.Emulator, Description = "The process." },
        ]);
        if (settings.Control.Token is not null)
        {
            RequireToken(document);
        }

        return Task.CompletedTask;
    }

    // The first one that somebody orders, so that what the page executes finds one.
    private static void GiveInstances(OpenApiDocument document, string id)
    {
        foreach (var (_, item) in document.Paths.Where(path => path.Key.Contains("/instances/{id}", StringComparison.Ordinal)))
        {
            foreach (var parameter in item.Operations!.Values.SelectMany(operation => operation.Parameters!).OfType<OpenApiParameter>())
            {
                parameter.Example = parameter.Name == "id" ? id : parameter.Example;
            }
        }
    }

    private static void RequireToken(OpenApiDocument document)
    {
        document.Components!.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token of Emulator:Control:Token.",
            },
        };
        foreach (var (path, item) in document.Paths)
        {
            if (!path.StartsWith("/_emulator/", StringComparison.Ordinal) || path is "/_emulator/health" or "/_emulator/ca.pem")
            {
                continue;
            }

            foreach (var operation in item.Operations!.Values)
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
                operation.Responses!["401"] = new OpenApiResponse { Description = "The token is missing or wrong." };
            }
        }
    }
}
