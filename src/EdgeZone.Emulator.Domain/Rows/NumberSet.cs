using System.Numerics;

namespace EdgeZone.Emulator.Domain.Rows;

/// <summary>A set of small numbers that knows its lowest one: a bit for each, and above every 64 of them a bit that says whether any is set.</summary>
/// <remarks>No object for each member, and copied by copying a few arrays. Adding, removing and finding the lowest take a step for each factor of 64.</remarks>
internal sealed class NumberSet
{
    private const int WordBits = 64;

    private ulong[][] _levels;

    /// <summary>An empty set.</summary>
    public NumberSet() => _levels = [new ulong[1]];

    private NumberSet(ulong[][] levels, int count) => (_levels, Count) = (levels, count);

    /// <summary>How many members there are.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest member; the set must not be empty.</summary>
    public int Lowest
    {
        get
        {
            var number = 0;
            for (var level = _levels.Length - 1; level >= 0; level--)
            {
                number = (number * WordBits) + BitOperations.TrailingZeroCount(_levels[level][number]);
            }

            return number;
        }
    }

    /// <summary>Whether the number is a member.</summary>
    public bool Contains(int number)
    {
        var word = number / WordBits;
        return word < _levels[0].Length && (_levels[0][word] & (1UL << (number % WordBits))) != 0;
    }

    /// <summary>Adds a number that is not a member.</summary>
    public void Add(int number)
    {
        EnsureRoomFor(number);
        Count++;
        foreach (var level in _levels)
        {
            level[number / WordBits] |= 1UL << (number % WordBits);
            number /= WordBits;
        }
    }

    /// <summary>Removes a member.</summary>
    public void Remove(int number)
    {
        Count--;
        foreach (var level in _levels)
        {
            level[number / WordBits] &= ~(1UL << (number % WordBits));
            if (level[number / WordBits] != 0)
            {
                return;
            }

            number /= WordBits;
        }
    }

    /// <summary>A set of its own with the same members.</summary>
    public NumberSet Copy() => new([.. _levels.Select(level => (ulong[])level.Clone())], Count);

    private void EnsureRoomFor(int number)
    {
        if (number / WordBits < _levels[0].Length)
        {
            return;
        }

        List<ulong[]> levels = [];
        var words = (int)BitOperations.RoundUpToPowerOf2((uint)(number / WordBits) + 1);
        while (true)
        {
            var level = new ulong[words];
            Fill(level, levels);
            levels.Add(level);
            if (words == 1)
            {
                break;
            }

            words = (words + WordBits - 1) / WordBits;
        }

        _levels = [.. levels];
    }

    private void Fill(ulong[] level, List<ulong[]> below)
    {
        if (below.Count == 0)
        {
            _levels[0].CopyTo(level, 0);
            return;
        }

        var words = below[^1];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != 0)
            {
                level[i / WordBits] |= 1UL << (i % WordBits);
            }
        }
    }
}
