using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>Turns the shapes of the API's answers into named schemas of the document, each named once.</summary>
internal sealed class ResponseSchemas(OpenApiDocument document)
{
    /// <summary>A reference to the schema of the type, which is added to the document with everything it contains.</summary>
    public IOpenApiSchema Of(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(type.Options.GetTypeInfo(type.ElementType!)) };
        }

        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return Value(type.Type);
        }

        var name = Name(type.Type);
        if (document.Components!.Schemas!.ContainsKey(name))
        {
            return new OpenApiSchemaReference(name, document);
        }

        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(),
            Required = new HashSet<string>(),
        };
        document.AddComponent(name, schema);
        foreach (var property in type.Properties)
        {
            schema.Properties[property.Name] = Of(type.Options.GetTypeInfo(property.PropertyType));
            if (!property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null)
            {
                schema.Required.Add(property.Name);
            }
        }

        return new OpenApiSchemaReference(name, document);
    }

    // Every slice calls its shapes Request and Response.
    private static string Name(Type type) => $"{type.DeclaringType?.Name}{type.Name}";

    private static OpenApiSchema Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
        {
            return new OpenApiSchema { Type = JsonSchemaType.Boolean };
        }

        if (type == typeof(long) || type == typeof(ulong) || type == typeof(int) || type == typeof(uint))
        {
            return new OpenApiSchema { Type = JsonSchemaType.Integer, Format = type.Name.ToLowerInvariant() };
        }

        if (type == typeof(double) || type == typeof(float) || type == typeof(decimal))
        {
            return new OpenApiSchema { Type = JsonSchemaType.Number };
        }

        return new OpenApiSchema { Type = JsonSchemaType.String };
    }
}
