using EdgeZone.Emulator.Protocol;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>Turns an action's declaration into the schema of its body.</summary>
internal static class RequestSchemas
{
    public static OpenApiSchema Of(IApiAction action, ApiEdition edition)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(),
            Required = new HashSet<string>(),
            AdditionalPropertiesAllowed = false,
        };
        foreach (var parameter in action.Parameters)
        {
            if (!parameter.ExistsIn(edition))
            {
                continue;
            }

            schema.Properties[parameter.Name] = Of(parameter);
            if (parameter.IsRequiredIn(edition))
            {
                schema.Required.Add(parameter.Name);
            }
        }

        return schema;
    }

    private static OpenApiSchema Of(Parameter parameter)
    {
        var schema = parameter.Type switch
        {
            ParameterType.Int64 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            ParameterType.UInt64 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "uint64", Minimum = "0" },
            ParameterType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ParameterType.StringList => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = parameter.Secret ? "password" : null },
        };
        schema.Description = parameter.Text;
        return schema;
    }
}
