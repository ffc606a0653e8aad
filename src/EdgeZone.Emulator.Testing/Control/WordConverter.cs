using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Writes a choice as the control plane's word for it, as in <c>"frozen"</c>.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
