using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>What a schema says of members that the type alone does not tell.</summary>
internal static class SchemaRefinement
{
    public static Task ApplyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
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
