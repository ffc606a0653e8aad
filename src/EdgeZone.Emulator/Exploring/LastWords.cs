using System.Text;

namespace EdgeZone.Emulator.Exploring;

/// <summary>The end of what a program says, for the person who has to find out why it fails.</summary>
internal sealed class LastWords
{
    /// <summary>How much is kept, in characters.</summary>
    public const int Most = 2000;

    private readonly StringBuilder _text = new();

    public void Add(ReadOnlySpan<char> words)
    {
        lock (_text)
        {
            _text.Append(words);
            _text.Remove(0, Math.Max(0, _text.Length - Most));
        }
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString().Trim();
        }
    }
}
