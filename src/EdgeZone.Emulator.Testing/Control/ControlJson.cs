using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Everything that the client reads and writes. Members that a newer emulator adds are passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(WordConverter<ClockMode>), typeof(WordConverter<DroppedPart>), typeof(WordConverter<AnswerDamage>), typeof(WordConverter<MachineFault>),
        typeof(WordConverter<Phase>), typeof(WordConverter<PhaseOutcome>), typeof(WordConverter<EmulatorEdition>), typeof(WordConverter<EmulatorDurations>),
    ])]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(EmulatorHealth))]
[JsonSerializable(typeof(EmulatorInfo))]
[JsonSerializable(typeof(SandboxList))]
[JsonSerializable(typeof(SandboxSummary))]
[JsonSerializable(typeof(SandboxOptions))]
[JsonSerializable(typeof(CreatedSandbox))]
[JsonSerializable(typeof(HeldResources))]
[JsonSerializable(typeof(TimerList))]
[JsonSerializable(typeof(SettledSandbox))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(ClockTarget))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(StockLevel))]
[JsonSerializable(typeof(StockChange))]
[JsonSerializable(typeof(FaultRule))]
[JsonSerializable(typeof(FaultReport))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(NamedFaultList))]
[JsonSerializable(typeof(InstanceStateChange))]
[JsonSerializable(typeof(InstanceState))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(CallDetails))]
[JsonSerializable(typeof(InstanceHistory))]
[JsonSerializable(typeof(SandboxReview))]
[JsonSerializable(typeof(ReplayResult))]
[JsonSerializable(typeof(RefusedCallList))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ControlJson : JsonSerializerContext;
