using System.Text.Json;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What came of a replay.</summary>
/// <param name="Calls">How many calls were played.</param>
/// <param name="Identical">Whether every answer was the recorded one, byte by byte.</param>
/// <param name="Difference">The first answer that was another; null when there is none.</param>
public sealed record ReplayResult(int Calls, bool Identical, ReplayDifference? Difference = null);

/// <summary>An answer that was another than the recorded one.</summary>
/// <param name="Number">The number of the call.</param>
/// <param name="Expected">The recorded answer.</param>
/// <param name="Found">The answer that the replay gave.</param>
public sealed record ReplayDifference(long Number, JsonElement Expected, JsonElement Found);
