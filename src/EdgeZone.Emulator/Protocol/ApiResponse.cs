using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Protocol;

/// <summary>What every answer has; a slice's own fields come before it.</summary>
internal abstract record ApiResponse
{
    /// <summary>The call's id, set when the answer is wrapped.</summary>
    [JsonPropertyOrder(int.MaxValue)]
    public string RequestId { get; set; } = "";
}
