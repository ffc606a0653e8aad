using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>The OpenAPI document and the page that shows it. Both are made when somebody asks for them.</summary>
internal static class DocumentationExtensions
{
    private const string DocumentName = "v1";
    private const string DocumentPath = $"/openapi/{DocumentName}.json";

    public static void AddDocumentation(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.AddSchemaTransformer(Refine);
        options.AddDocumentTransformer<EmulatorDocument>();
    });

    public static void MapDocument(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi(DocumentPath);

    public static void UseSwaggerPage(this IApplicationBuilder pipeline) => pipeline.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "swagger";
        page.DocumentTitle = "EdgeZone.Emulator";
        page.SwaggerEndpoint(DocumentPath, "EdgeZone.Emulator");
        page.EnableTryItOutByDefault();
        page.EnableDeepLinking();
        page.DisplayRequestDuration();
        page.DefaultModelsExpandDepth(0);
    });

    private static Task Refine(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonPropertyInfo is { } member)
        {
            // What has no value is left out, never written as null.
            schema.Type &= ~JsonSchemaType.Null;
            if (member.AttributeProvider?.GetCustomAttributes(typeof(WordsAttribute), false) is [WordsAttribute words, ..])
            {
                schema.Enum = [.. words.Words.Select(word => (JsonNode)word)];
            }
        }

        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (property.IsGetNullable)
            {
                schema.Required?.Remove(property.Name);
            }
        }

        return Task.CompletedTask;
    }
}
