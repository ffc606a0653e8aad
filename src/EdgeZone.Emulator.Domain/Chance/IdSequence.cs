namespace EdgeZone.Emulator.Domain.Chance;

/// <summary>Ids that look random and never repeat: a counter sent through a permutation of all ids of that shape.</summary>
/// <remarks>
/// Because x → a·x + b is one-to-one when a shares no factor with the number of ids, nothing has to be remembered, and an id tells its number.
/// </remarks>
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
    private ulong? _inverse;

    /// <summary>Draws the permutation.</summary>
    /// <param name="prefix">What the ids begin with, without the dash.</param>
    /// <param name="digits">What they are made of.</param>
    /// <param name="chance">Decides which one comes when.</param>
    /// <param name="count">How many have been issued already.</param>
    public IdSequence(string prefix, string digits, SeededGenerator chance, long count = 0)
    {
        Count = count;
        _prefix = prefix + "-";
        _digits = digits;
        _size = Power((uint)digits.Length, Length);

        do
        {
            _factor = (ulong)chance.Below(_size);
        }
        while (HasCommonFactor(_factor, _size));
        _shift = (ulong)chance.Below(_size);
    }

    /// <summary>How many ids have been issued.</summary>
    public long Count { get; private set; }

    /// <summary>The next id: the prefix, a dash and eight digits.</summary>
    public string Next() => IdOf(Take());

    /// <summary>The number of the next id.</summary>
    public long Take() => Count++;

    /// <summary>A sequence of its own that goes on as this one does.</summary>
    public IdSequence Copy() => (IdSequence)MemberwiseClone();

    /// <summary>The id that is issued as that number, counted from 0.</summary>
    /// <exception cref="InvalidOperationException">There are not so many.</exception>
    public string IdOf(long number)
    {
        if ((ulong)number >= _size)
        {
            throw new InvalidOperationException($"All {_size} ids of the form {_prefix}… have been issued.");
        }

        var value = (Product(_factor, (ulong)number) + _shift) % _size;
        return string.Create(_prefix.Length + Length, (Prefix: _prefix, Digits: _digits, Value: value), static (text, id) =>
        {
            id.Prefix.CopyTo(text);
            var digits = text[id.Prefix.Length..];

            // In halves that fit into 32 bits, in which a division takes a fraction of the time.
            var (upper, lower) = Math.DivRem(id.Value, Power((uint)id.Digits.Length, Length / 2));
            WriteDigits((uint)upper, id.Digits, digits[..(Length / 2)]);
            WriteDigits((uint)lower, id.Digits, digits[(Length / 2)..]);
        });
    }

    /// <summary>The number that an id is issued as, whether it has been or not; -1 for a text that is no id of this sequence.</summary>
    public long NumberOf(ReadOnlySpan<char> id)
    {
        if (id.Length != _prefix.Length + Length || !id.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return -1;
        }

        var value = 0UL;
        foreach (var character in id[_prefix.Length..])
        {
            var digit = _digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return -1;
            }

            value = (value * (ulong)_digits.Length) + (ulong)digit;
        }

        _inverse ??= InverseOf(_factor, _size);
        return (long)Product(_inverse.Value, (value + _size - _shift) % _size);
    }

    // The product of two numbers below the size, modulo the size. That has 42 bits at most, so the quotient in double precision is off by one at
    // most, and what overflows cancels out; a division of 128 bits takes many times as long.
    private ulong Product(ulong a, ulong b)
    {
        var rest = unchecked((long)((a * b) - ((ulong)((double)a * b / _size) * _size)));
        return (ulong)(rest < 0 ? rest + (long)_size : rest >= (long)_size ? rest - (long)_size : rest);
    }

    private static ulong Power(uint number, int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            power *= number;
        }

        return power;
    }

    private static void WriteDigits(uint value, string digits, Span<char> text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, (uint)digits.Length);
            text[i] = digits[(int)digit];
        }
    }

    private static bool HasCommonFactor(ulong a, ulong b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a != 1;
    }

    // The number that times the factor leaves 1 when divided by the size; it exists because they share no factor (Euclid).
    private static ulong InverseOf(ulong factor, ulong size)
    {
        Int128 earlier = 0, later = 1;
        var (dividend, divisor) = (size, factor);
        while (divisor > 1)
        {
            (earlier, later) = (later, earlier - ((Int128)(dividend / divisor) * later));
            (dividend, divisor) = (divisor, dividend % divisor);
        }

        return (ulong)(((later % size) + size) % size);
    }
}
