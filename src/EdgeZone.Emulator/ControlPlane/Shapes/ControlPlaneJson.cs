using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>Everything that the control plane reads and writes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ProblemView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(InfoView))]
[JsonSerializable(typeof(SandboxListView))]
[JsonSerializable(typeof(SandboxView))]
[JsonSerializable(typeof(SandboxCreation))]
[JsonSerializable(typeof(CreatedView))]
[JsonSerializable(typeof(HeldView))]
[JsonSerializable(typeof(TimersView))]
[JsonSerializable(typeof(SettledView))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(MovedView))]
[JsonSerializable(typeof(StockView))]
[JsonSerializable(typeof(StockChange))]
[JsonSerializable(typeof(FaultSpec))]
[JsonSerializable(typeof(FaultView))]
[JsonSerializable(typeof(FaultListView))]
[JsonSerializable(typeof(NamedFaultsView))]
[JsonSerializable(typeof(InstanceStateChange))]
[JsonSerializable(typeof(InstanceStateView))]
[JsonSerializable(typeof(CallsView))]
[JsonSerializable(typeof(RefusedView))]
[JsonSerializable(typeof(ReplayView))]
[JsonSerializable(typeof(CallDetails))]
[JsonSerializable(typeof(WhyView))]
[JsonSerializable(typeof(ReviewView))]
[JsonSerializable(typeof(CommandView))]
[JsonSerializable(typeof(EventView))]
internal sealed partial class ControlPlaneJson : JsonSerializerContext
{
    /// <summary>Makes the host's JSON the control plane's; the API's answers have writers of their own.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
