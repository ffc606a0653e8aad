namespace EdgeZone.Emulator.Gateway;

internal static class GatewayExtensions
{
    public static void AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<CommonParameterReader>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<CallRecorder>();
        services.AddSingleton<ApiGateway>();
    }

    /// <summary>Every path that is not reserved is the API's, and every method on it: a wrong one gets the API's error.</summary>
    public static void MapApiGateway(this WebApplication app) =>
        app.Map("/{**path}", app.Services.GetRequiredService<ApiGateway>().HandleAsync).ExcludeFromDescription();
}
