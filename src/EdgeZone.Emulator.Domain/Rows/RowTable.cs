namespace EdgeZone.Emulator.Domain.Rows;

/// <summary>
/// Rows under ascending numbers, in chunks. A copy of the table shares its chunks; whichever of both first changes a row of one
/// takes a copy of that chunk, so copying a large table costs a reference for each chunk.
/// </summary>
/// <remarks>An empty place holds <c>default</c>: what a row must never be. A chunk whose rows are all gone is let go of.</remarks>
internal sealed class RowTable<T>
    where T : struct
{
    private const int ChunkBits = 8;
    private const int ChunkSize = 1 << ChunkBits;
    private const int FirstSize = 4;

    private Chunk?[] _chunks;
    private object _owner = new();

    /// <summary>An empty table.</summary>
    public RowTable() => _chunks = [];

    private RowTable(Chunk?[] chunks) => _chunks = chunks;

    /// <summary>The row of that number; <c>default</c> when there is none.</summary>
    public T Find(long number)
    {
        var index = number >> ChunkBits;
        var place = (int)(number & (ChunkSize - 1));
        return number >= 0 && index < _chunks.Length && _chunks[index] is { } chunk && place < chunk.Rows.Length ? chunk.Rows[place] : default;
    }

    /// <summary>Adds a row under a number that is higher than all before.</summary>
    public void Add(long number, T row)
    {
        var index = (int)(number >> ChunkBits);
        if (index >= _chunks.Length)
        {
            Array.Resize(ref _chunks, Math.Max(index + 1, _chunks.Length * 2));
        }

        var place = (int)(number & (ChunkSize - 1));
        var chunk = Own(index, place + 1);
        chunk.Rows[place] = row;
        chunk.Live++;
    }

    /// <summary>The row of that number, which there is, for changing it.</summary>
    public ref T Change(long number)
    {
        var place = (int)(number & (ChunkSize - 1));
        return ref Own((int)(number >> ChunkBits), place + 1).Rows[place];
    }

    /// <summary>Removes the row of that number, which there is.</summary>
    public void Remove(long number)
    {
        Change(number) = default;
        var index = number >> ChunkBits;
        if (--_chunks[index]!.Live == 0)
        {
            _chunks[index] = null;
        }
    }

    /// <summary>A table of its own with the same rows.</summary>
    public RowTable<T> Copy()
    {
        // From now on the chunks belong to neither of both.
        _owner = new object();
        return new RowTable<T>((Chunk?[])_chunks.Clone());
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

    // A small world shall stay small: a chunk grows to its full size.
    private static int SizeFor(int size) => Math.Max(FirstSize, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size));

    private sealed class Chunk(object owner, T[] rows, int live)
    {
        public readonly object Owner = owner;
        public T[] Rows = rows;
        public int Live = live;
    }
}
