using System.Numerics;

namespace EdgeZone.Emulator.Domain.Rows;

/// <summary>
/// Rows under ascending numbers, in chunks. A copy of the table shares its chunks; whichever of both first changes a row of one
/// takes a copy of that chunk, so copying a large table costs a reference for each chunk.
/// </summary>
/// <remarks>
/// An empty place holds <c>default</c>: what a row must never be. A chunk whose rows are all gone is let go of, once no more come into it.
/// </remarks>
internal sealed class RowTable<T>
    where T : struct
{
    private const int ChunkBits = 7;
    private const int ChunkSize = 1 << ChunkBits;
    private const int FirstSize = 4;

    private Chunk?[] _chunks = [];
    private long _origin;
    private int _newest;
    private object _owner = new();

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>All places, by number, of the chunks that have rows; the empty ones among them hold <c>default</c>.</summary>
    public IEnumerable<(long Number, T Row)> Places
    {
        get
        {
            for (var index = 0; index < _chunks.Length; index++)
            {
                var rows = _chunks[index]?.Rows ?? [];
                for (var place = 0; place < rows.Length; place++)
                {
                    yield return (((_origin + index) << ChunkBits) + place, rows[place]);
                }
            }
        }
    }

    /// <summary>The row of that number; <c>default</c> when there is none.</summary>
    public T Find(long number)
    {
        var index = (number >> ChunkBits) - _origin;
        var place = PlaceOf(number);
        return index >= 0 && index < _chunks.Length && _chunks[index] is { } chunk && place < chunk.Rows.Length ? chunk.Rows[place] : default;
    }

    /// <summary>Adds a row under a number that is higher than all before.</summary>
    public void Add(long number, in T row)
    {
        if ((number >> ChunkBits) - _origin >= _chunks.Length)
        {
            Grow(number);
        }

        var (index, place) = (IndexOf(number), PlaceOf(number));
        if (index != _newest && _chunks[_newest]?.Live == 0)
        {
            _chunks[_newest] = null;
        }

        _newest = index;
        var chunk = Own(index, place + 1);
        chunk.Rows[place] = row;
        chunk.Live++;
        Count++;
    }

    /// <summary>The row of that number, which there is, for changing it.</summary>
    public ref T Change(long number) => ref Own(IndexOf(number), PlaceOf(number) + 1).Rows[PlaceOf(number)];

    /// <summary>Removes the row of that number, which there is.</summary>
    public void Remove(long number)
    {
        Change(number) = default;
        Count--;
        var index = IndexOf(number);
        if (--_chunks[index]!.Live == 0 && index != _newest)
        {
            _chunks[index] = null;
        }
    }

    /// <summary>A table of its own with the same rows.</summary>
    public RowTable<T> Copy()
    {
        // From now on the chunks belong to neither of both.
        _owner = new object();
        return new RowTable<T> { _chunks = (Chunk?[])_chunks.Clone(), _origin = _origin, _newest = _newest, Count = Count };
    }

    /// <summary>Makes room for the number. Chunks whose rows are all gone are left behind, so what is kept follows what exists.</summary>
    private void Grow(long number)
    {
        var gone = Count == 0 ? _chunks.Length : Array.FindIndex(_chunks, chunk => chunk is { Live: > 0 });
        var kept = _chunks.AsSpan(gone);
        _origin = Count == 0 ? number >> ChunkBits : _origin + gone;
        _newest = Math.Max(0, _newest - gone);
        _chunks = new Chunk?[Math.Max(IndexOf(number) + 1, kept.Length * 2)];
        kept.CopyTo(_chunks);
    }

    private Chunk Own(int index, int size)
    {
        var chunk = _chunks[index];
        if (chunk is null)
        {
            return _chunks[index] = new Chunk(_owner, new T[SizeFor(size)], live: 0);
        }

        if (chunk.Owner != _owner)
        {
            _chunks[index] = chunk = new Chunk(_owner, (T[])chunk.Rows.Clone(), chunk.Live);
        }

        if (size > chunk.Rows.Length)
        {
            Array.Resize(ref chunk.Rows, SizeFor(size));
        }

        return chunk;
    }

    private int IndexOf(long number) => (int)((number >> ChunkBits) - _origin);

    private static int PlaceOf(long number) => (int)(number & (ChunkSize - 1));

    // A small world shall stay small: a chunk grows to its full size.
    private static int SizeFor(int size) => Math.Max(FirstSize, (int)BitOperations.RoundUpToPowerOf2((uint)size));

    private sealed class Chunk(object owner, T[] rows, int live)
    {
        public readonly object Owner = owner;
        public T[] Rows = rows;
        public int Live = live;
    }
}
