using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>What came of a call.</summary>
/// <param name="Entry">Its entry in the journal.</param>
/// <param name="Response">The answer; null when it was refused, or when a fault rule stopped it.</param>
/// <param name="Refusal">
/// Why it was refused, an <see cref="ApiException"/> or an <see cref="Domain.Errors.EdgeZoneException"/>; anything else is a defect of the
/// emulator. Null when it was not refused.
/// </param>
/// <param name="UnderWay">Has to be told when the answer was given, or could not be.</param>
internal readonly record struct Played(JournalEntry Entry, ApiResponse? Response, Exception? Refusal, CallsUnderWay UnderWay);
