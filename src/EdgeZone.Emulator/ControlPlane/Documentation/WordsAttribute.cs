namespace EdgeZone.Emulator.ControlPlane.Documentation;

/// <summary>The only values that a text has, for the document.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words => words;
}
