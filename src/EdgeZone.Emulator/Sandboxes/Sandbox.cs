using EdgeZone.Emulator.Domain;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A small world of its own, with the record of who called it.</summary>
/// <param name="Cloud">The world.</param>
/// <param name="Calls">The latest calls.</param>
/// <param name="HomeAccount">The AppId of its first account, which owns the seeded networks.</param>
internal sealed record Sandbox(EdgeCloud Cloud, CallLog Calls, long HomeAccount)
{
    public string Name => Cloud.Name;
}
