namespace EdgeZone.Emulator;

/// <summary>
/// Marks this assembly for those who derive a test fixture from it. <c>Program</c> cannot: it is internal, since a public one would
/// collide with the <c>Program</c> of everybody who refers to this assembly.
/// </summary>
public sealed class EmulatorAssembly
{
    private EmulatorAssembly()
    {
    }
}
