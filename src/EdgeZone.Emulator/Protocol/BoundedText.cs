using System.Text;

namespace EdgeZone.Emulator.Protocol;

/// <summary>Text that grows to a limit and no further; what did not fit is replaced by one ellipsis.</summary>
internal sealed class BoundedText(int limit)
{
    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    public bool Full => _text.Length >= limit;

    public void Append(string value)
    {
        if (Full)
        {
            return;
        }

        var room = limit - _text.Length;
        if (value.Length <= room)
        {
            _text.Append(value);
        }
        else
        {
            _text.Append(value, 0, room - 1).Append('…');
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text itself when it is short enough, otherwise its beginning and an ellipsis.</summary>
    public static string Clip(string value, int limit)
    {
        if (value.Length <= limit)
        {
            return value;
        }
        // A cut between the halves of a surrogate pair would leave text that cannot be written as UTF-8.
        var end = char.IsHighSurrogate(value[limit - 2]) ? limit - 2 : limit - 1;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}
