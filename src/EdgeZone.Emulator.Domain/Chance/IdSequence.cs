using System.Numerics;

namespace EdgeZone.Emulator.Domain.Chance;

/// <summary>Ids that look random and never repeat: a counter sent through a permutation of all ids of that shape.</summary>
/// <remarks>Because x → a·x + b is one-to-one when a shares no factor with the number of ids, nothing has to be remembered.</remarks>
internal sealed class IdSequence
{
    /// <summary>Digits of instance and machine ids.</summary>
    public const string LettersAndDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Digits of network ids.</summary>
    public const string HexDigits = "0123456789abcdef";

    private const int Length = 8;
    private readonly string _prefix;
    private readonly string _digits;
    private readonly ulong _size;
    private readonly ulong _factor;
    private readonly ulong _shift;
    private ulong _count;

    /// <summary>Draws the permutation.</summary>
    public IdSequence(string prefix, string digits, SeededGenerator chance)
    {
        _prefix = prefix + "-";
        _digits = digits;
        _size = 1;
        for (var i = 0; i < Length; i++)
        {
            _size = checked(_size * (ulong)digits.Length);
        }

        do
        {
            _factor = (ulong)chance.Below(_size);
        }
        while (BigInteger.GreatestCommonDivisor(_factor, _size) != BigInteger.One);
        _shift = (ulong)chance.Below(_size);
    }

    /// <summary>The next id: the prefix, a dash and eight digits.</summary>
    public string Next()
    {
        if (_count == _size)
        {
            throw new InvalidOperationException($"All {_size} ids of the form {_prefix}… have been issued.");
        }

        var value = (ulong)((((UInt128)_factor * _count) + _shift) % _size);
        _count++;
        return string.Create(_prefix.Length + Length, (Prefix: _prefix, Digits: _digits, Value: value), static (text, id) =>
        {
            id.Prefix.CopyTo(text);
            var rest = id.Value;
            for (var i = text.Length - 1; i >= id.Prefix.Length; i--)
            {
                text[i] = id.Digits[(int)(rest % (ulong)id.Digits.Length)];
                rest /= (ulong)id.Digits.Length;
            }
        });
    }
}
