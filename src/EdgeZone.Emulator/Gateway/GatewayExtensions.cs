using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

internal static class GatewayExtensions
{
    public static void AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<CommonParameterReader>();
        services.AddSingleton<Destination>();
        services.AddSingleton(provider => new RefusedCalls(provider.GetRequiredService<EmulatorSettings>().Control.Refused));
        services.AddSingleton<CallRecorder>();
        services.AddSingleton<FaultDelivery>();
        services.AddSingleton<ApiGateway>();
    }
}
