using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>
/// Makes the OpenAPI document. What describes endpoints has services of its own, made when somebody asks for the document first: among the
/// host's they would load a dozen assemblies into every process, for a document that few ask for.
/// </summary>
internal sealed class DocumentGenerator(IServiceProvider host, IEnumerable<EndpointDataSource> endpoints)
{
    /// <summary>The name of the one document that there is.</summary>
    public const string DocumentName = "v1";

    private readonly Lazy<ServiceProvider> _services = new(() => Build(host, endpoints));

    /// <summary>The document as JSON, for whoever reached the emulator at this address.</summary>
    public async Task<string> WriteAsync(string address, CancellationToken cancellation)
    {
        await using var scope = _services.Value.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName).GetOpenApiDocumentAsync(cancellation);
        document.Servers = [new OpenApiServer { Url = address }];
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);
    }

    private static ServiceProvider Build(IServiceProvider host, IEnumerable<EndpointDataSource> endpoints)
    {
        var services = new ServiceCollection();
        services.AddSingleton(host.GetRequiredService<IHostEnvironment>());
        // A parameter of a handler that the host has a service for is none of the request's.
        services.AddSingleton(host.GetRequiredService<IServiceProviderIsService>());
        services.AddSingleton(host.GetRequiredService<EmulatorSettings>());
        services.AddSingleton(host.GetRequiredService<WorldSeed>());
        services.AddSingleton(host.GetRequiredService<SandboxRegistry>());
        services.AddLogging();
        services.AddRouting();
        services.AddSingleton(host.GetRequiredService<IOptions<JsonOptions>>());
        services.AddOpenApi(DocumentName, options =>
        {
            options.AddSchemaTransformer(SchemaRefinement.ApplyAsync);
            options.AddDocumentTransformer<EmulatorDocument>();
        });
        services.AddSingleton<EndpointDataSource>(new CompositeEndpointDataSource(endpoints));
        return services.BuildServiceProvider();
    }
}
