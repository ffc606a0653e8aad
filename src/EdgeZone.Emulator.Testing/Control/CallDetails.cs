using System.Text.Json;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>One call with all that was said.</summary>
/// <param name="Call">The call.</param>
/// <param name="Language">The language of its messages.</param>
/// <param name="Answer">The whole answer; null until it was given, and when it is longer than 4 MiB.</param>
public sealed record CallDetails(RecordedCall Call, string Language, JsonElement? Answer = null);
