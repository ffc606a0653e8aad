namespace EdgeZone.Emulator.Gateway;

internal static class GatewayExtensions
{
    public static void AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<CommonParameterReader>();
        services.AddSingleton<Destination>();
        services.AddSingleton<CallRecorder>();
        services.AddSingleton<ApiGateway>();
    }
}
