using System.Text.Json.Nodes;
using EdgeZone.Emulator.Settings;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>How an endpoint of the control plane is described where it is mapped.</summary>
internal static class DescriptionExtensions
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string tag, string summary, string description) =>
        endpoint.WithTags(tag).WithSummary(summary).WithDescription(description).WithExamples(("name", SandboxNames.Default));

    /// <summary>Values for path segments with which the page's Execute works as it stands.</summary>
    public static RouteHandlerBuilder WithExamples(this RouteHandlerBuilder endpoint, params (string Name, string Value)[] examples) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var (name, value) in examples)
            {
                if (operation.Parameters?.FirstOrDefault(parameter => parameter.Name == name) is OpenApiParameter parameter)
                {
                    parameter.Example = value;
                }
            }

            return Task.CompletedTask;
        });

    /// <summary>A query parameter that the handler reads as text, to refuse it in its own words, and that is a whole number.</summary>
    public static RouteHandlerBuilder WithWholeNumberParameter(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Parameters?.FirstOrDefault(parameter => parameter.Name == name) is OpenApiParameter parameter)
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1" };
            }

            return Task.CompletedTask;
        });

    /// <summary>The body, a document that another request answers.</summary>
    public static RouteHandlerBuilder WithDocumentBody(this RouteHandlerBuilder endpoint, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                },
            };
            return Task.CompletedTask;
        });

    /// <summary>The body, which the handler reads itself: metadata would make routing refuse the content type that curl sends.</summary>
    public static RouteHandlerBuilder WithJsonBody<T>(this RouteHandlerBuilder endpoint, string example) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation);
            context.Document!.AddComponent(typeof(T).Name, schema);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new()
                    {
                        Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document),
                        Example = JsonNode.Parse(example),
                    },
                },
            };
        });
}
