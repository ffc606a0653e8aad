using System.Numerics;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>A set of places in the order of creation that can be read from any index, newest first.</summary>
/// <remarks>
/// One bit for each place and a tree of sums (Fenwick) over the words that hold the bits: about two bits an instance and not one object,
/// where a balanced tree has a node of 56 bytes for each, which every collection visits. Adding, removing and finding an index take a step
/// for each doubling of the size.
/// </remarks>
internal sealed class CreationOrder
{
    private const int WordBits = 64;

    private ulong[] _words = new ulong[4];

    // The element at i holds the number of bits in the words that end before i and begin where i without its lowest set bit does.
    private int[] _sums = new int[5];
    private long _origin;

    /// <summary>A set of its own with the same places.</summary>
    public CreationOrder Copy() => new() { _words = (ulong[])_words.Clone(), _sums = (int[])_sums.Clone(), _origin = _origin, Count = Count };

    /// <summary>How many places there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a place, higher than all before.</summary>
    public void Add(long place)
    {
        if (Count == 0)
        {
            _origin = place / WordBits * WordBits;
        }

        if (WordOf(place) >= _words.Length)
        {
            Grow(place);
        }

        _words[WordOf(place)] |= BitOf(place);
        Change(WordOf(place), +1);
    }

    /// <summary>Removes a place that was added.</summary>
    public void Remove(long place)
    {
        _words[WordOf(place)] &= ~BitOf(place);
        Change(WordOf(place), -1);
    }

    /// <summary>The places from an index on, newest first.</summary>
    /// <param name="offset">How many newer ones to leave out.</param>
    public IEnumerable<long> NewestFirst(int offset)
    {
        if (offset >= Count)
        {
            yield break;
        }

        var (word, bits) = Find(Count - 1 - offset);
        while (true)
        {
            while (bits != 0)
            {
                var highest = BitOperations.Log2(bits);
                yield return _origin + ((long)word * WordBits) + highest;
                bits ^= 1UL << highest;
            }

            if (--word < 0)
            {
                yield break;
            }

            bits = _words[word];
        }
    }

    /// <summary>The word that holds the bit of that rank, and of its bits that one and all below.</summary>
    private (int Word, ulong Bits) Find(int rank)
    {
        var word = 0;
        for (var step = BitOperations.RoundUpToPowerOf2((uint)_words.Length); step > 0; step >>= 1)
        {
            var next = word + (int)step;
            if (next > _words.Length || _sums[next] > rank)
            {
                continue;
            }

            word = next;
            rank -= _sums[next];
        }

        var bits = _words[word];
        for (var above = BitOperations.PopCount(bits) - 1 - rank; above > 0; above--)
        {
            bits ^= 1UL << BitOperations.Log2(bits);
        }

        return (word, bits);
    }

    private void Change(int word, int by)
    {
        Count += by;
        for (var i = word + 1; i < _sums.Length; i += i & -i)
        {
            _sums[i] += by;
        }
    }

    /// <summary>Makes room for the place. Words whose instances are all gone are left behind, so what is kept follows what exists.</summary>
    private void Grow(long place)
    {
        var gone = Math.Max(0, Array.FindIndex(_words, word => word != 0));
        var kept = _words.AsSpan(gone);
        _origin += (long)gone * WordBits;
        var words = new ulong[Math.Max(kept.Length, WordOf(place) + 1) * 2];
        kept.CopyTo(words);
        _words = words;
        _sums = new int[words.Length + 1];
        Count = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (words[i] != 0)
            {
                Change(i, BitOperations.PopCount(words[i]));
            }
        }
    }

    private int WordOf(long place) => (int)((place - _origin) / WordBits);

    private static ulong BitOf(long place) => 1UL << (int)(place % WordBits);
}
