namespace EdgeZone.Emulator.Domain.Images;

/// <summary>An operating system that can be installed.</summary>
/// <param name="Id">What calls name it by.</param>
/// <param name="Versions">Its versions, oldest first; empty for a custom image, since only public ones have versions.</param>
public sealed record Image(string Id, IReadOnlyList<string> Versions);
