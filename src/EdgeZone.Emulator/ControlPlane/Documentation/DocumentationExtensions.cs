using Microsoft.AspNetCore.Http.Extensions;

namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>The OpenAPI document and the page that shows it. Both are made when somebody asks for them.</summary>
internal static class DocumentationExtensions
{
    private const string DocumentPath = $"/openapi/{DocumentGenerator.DocumentName}.json";

    public static void MapDocument(this IEndpointRouteBuilder endpoints)
    {
        var generator = new DocumentGenerator(endpoints.ServiceProvider, endpoints.DataSources);
        endpoints.MapGet(
            DocumentPath,
            async (HttpContext context) =>
            {
                var address = UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host, context.Request.PathBase);
                return TypedResults.Text(await generator.WriteAsync(address, context.RequestAborted), "application/json; charset=utf-8");
            }).ExcludeFromDescription();
    }

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
}
