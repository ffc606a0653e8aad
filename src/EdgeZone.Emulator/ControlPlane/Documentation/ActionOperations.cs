using System.Text.Json.Nodes;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>Describes the actions from their declarations.</summary>
internal sealed class ActionOperations(OpenApiDocument document, EmulatorSettings settings, IExampleWorld world)
{
    private const string Json = "application/json";

    private const string ApiExample = "CreateInstances";

    private readonly ResponseSchemas _responses = new(document);

    /// <summary>The path that tries an action without a signature.</summary>
    public OpenApiPathItem Try(IApiAction action)
    {
        var request = $"{action.Name}Request";
        document.AddComponent(request, RequestSchemas.Of(action, settings.Api.Edition));
        return Post(new OpenApiOperation
        {
            OperationId = action.Name,
            Summary = action.Summary,
            Tags = Tag(ControlTags.Actions),
            RequestBody = Body(new OpenApiSchemaReference(request, document), action.ExampleIn(world)),
            Responses = new OpenApiResponses { ["200"] = Answer(Wrapped(_responses.Of(action.ResponseType))) },
        });
    }

    /// <summary>The API itself.</summary>
    public OpenApiPathItem Api() => Post(new OpenApiOperation
    {
        OperationId = "CallApi",
        Summary = "Calls an action of the API",
        Description = settings.Auth.Mode == AuthMode.Strict
            ? "Signed with TC3-HMAC-SHA256 by a configured credential. Every path that is not the emulator's own is taken for this one."
            : "As an SDK calls it. Without `Authorization` the call is unsigned and goes to the sandbox `default`; "
                + "version, timestamp and region may then be left out.",
        Tags = Tag(ControlTags.Api),
        Parameters =
        [
            Header("X-TC-Action", required: true, "Name of the action.", ApiExample),
            Header("X-TC-Version", required: false, "Version of the API.", EdgeZoneApi.Version),
            Header("X-TC-Region", required: false, "Region.", settings.Defaults.Region),
            Header("X-TC-Timestamp", required: false, "Seconds since 1970; a signed call must be at most five minutes old.", null),
            Header("X-TC-Token", required: false, "Session token of a temporary credential.", null),
            Header("X-TC-Language", required: false, "Language of messages: en-US (default) or zh-CN.", null),
        ],
        RequestBody = Body(
            new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The action's parameters." }, SupportedActions.ByName[ApiExample].ExampleIn(world)),
        Responses = new OpenApiResponses { ["200"] = Answer(Wrapped(new OpenApiSchema { Type = JsonSchemaType.Object })) },
    });

    private static OpenApiPathItem Post(OpenApiOperation operation) =>
        new() { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = operation } };

    private HashSet<OpenApiTagReference> Tag(string name) => [new OpenApiTagReference(name, document)];

    private static OpenApiRequestBody Body(IOpenApiSchema schema, JsonNode example) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = schema, Example = example } },
    };

    private static OpenApiResponse Answer(IOpenApiSchema schema) => new()
    {
        Description = "The answer, or an Error inside it.",
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = schema } },
    };

    private OpenApiSchema Wrapped(IOpenApiSchema answer) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "Response" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["Response"] = new OpenApiSchema { AnyOf = [answer, Refusal()] },
        },
    };

    private OpenApiSchemaReference Refusal()
    {
        const string Name = "ErrorResponse";
        if (!document.Components!.Schemas!.ContainsKey(Name))
        {
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            document.AddComponent(Name, new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "Error", "RequestId" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["Error"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "Code", "Message" },
                        Properties = new Dictionary<string, IOpenApiSchema> { ["Code"] = text, ["Message"] = text },
                    },
                    ["RequestId"] = text,
                },
            });
        }

        return new OpenApiSchemaReference(Name, document);
    }

    private static OpenApiParameter Header(string name, bool required, string description, string? example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };
}
