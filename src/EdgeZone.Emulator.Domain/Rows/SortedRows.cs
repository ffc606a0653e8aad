using System.Numerics;

namespace EdgeZone.Emulator.Domain.Rows;

/// <summary>
/// Rows in the order of their keys, in chunks. A copy shares the chunks; whichever of both first changes one takes a copy of it. Finding,
/// adding and removing cost the same in a small and in a large one, but for a step for each doubling and, once for many rows, moving
/// the references of the chunks behind.
/// </summary>
internal sealed class SortedRows<T>
    where T : struct
{
    private const int ChunkSize = 128;
    private const int FirstSize = 4;

    // The chunks that are in use, none of them empty but a lone one, and the lowest key of each beside them: looking for a key touches one chunk.
    private Chunk[] _chunks = [];
    private UInt128[] _lowest = [];
    private int _length;
    private object _owner = new();

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, the lowest key first.</summary>
    public IEnumerable<(UInt128 Key, T Row)> All
    {
        get
        {
            for (var index = 0; index < _length; index++)
            {
                for (var place = 0; place < _chunks[index].Count; place++)
                {
                    yield return (_chunks[index].Keys[place], _chunks[index].Rows[place]);
                }
            }
        }
    }

    /// <summary>Whether there is a row of that key.</summary>
    public bool Contains(UInt128 key) => TryFind(key, out _);

    /// <summary>The row of that key.</summary>
    public bool TryFind(UInt128 key, out T row)
    {
        var (index, place) = PlaceOf(key);
        row = place >= 0 ? _chunks[index].Rows[place] : default;
        return place >= 0;
    }

    /// <summary>The row of the lowest key.</summary>
    public bool TryFindLowest(out UInt128 key, out T row)
    {
        (key, row) = Count > 0 ? (_chunks[0].Keys[0], _chunks[0].Rows[0]) : default;
        return Count > 0;
    }

    /// <summary>The row of that key, which there is, for changing it.</summary>
    public ref T Change(UInt128 key)
    {
        var (index, place) = PlaceOf(key);
        return ref Own(index).Rows[place];
    }

    /// <summary>Adds a row.</summary>
    /// <returns>False when there is one of that key.</returns>
    public bool TryAdd(UInt128 key, T row)
    {
        var (index, place) = PlaceOf(key);
        if (place >= 0)
        {
            return false;
        }

        (index, place) = MakeRoom(index, ~place);
        Own(index).Insert(place, key, row);
        _lowest[index] = _chunks[index].Keys[0];
        Count++;
        return true;
    }

    /// <summary>Removes the row of that key.</summary>
    /// <returns>False when there is none.</returns>
    public bool Remove(UInt128 key)
    {
        var (index, place) = PlaceOf(key);
        if (place < 0)
        {
            return false;
        }

        Count--;
        var chunk = Own(index);
        chunk.Remove(place);
        if (Count == 0)
        {
            return true;
        }

        if (chunk.Count == 0)
        {
            RemoveChunk(index);
            return true;
        }

        _lowest[index] = chunk.Keys[0];
        MergeWithNext(index);
        MergeWithNext(index - 1);
        return true;
    }

    /// <summary>Rows of its own with the same keys.</summary>
    public SortedRows<T> Copy()
    {
        // From now on the chunks belong to neither of both.
        _owner = new object();
        return new SortedRows<T> { _chunks = _chunks[.._length], _lowest = _lowest[.._length], _length = _length, Count = Count };
    }

    /// <summary>The chunk that a key belongs into, and its place there; the complement of where it would go when it is not there.</summary>
    private (int Index, int Place) PlaceOf(UInt128 key)
    {
        if (_length == 0)
        {
            return (0, ~0);
        }

        var index = _lowest.AsSpan(0, _length).BinarySearch(key);
        index = index >= 0 ? index : Math.Max(0, ~index - 1);
        return (index, _chunks[index].Keys.AsSpan(0, _chunks[index].Count).BinarySearch(key));
    }

    /// <summary>Sees to it that the chunk that a row goes into has room for it.</summary>
    private (int Index, int Place) MakeRoom(int index, int place)
    {
        if (_length == 0)
        {
            InsertChunk(0, new Chunk(_owner));
        }

        if (_chunks[index].Count < ChunkSize)
        {
            return (index, place);
        }

        // What comes in ascending order fills its chunks.
        if (index == _length - 1 && place == ChunkSize)
        {
            InsertChunk(index + 1, new Chunk(_owner));
            return (index + 1, 0);
        }

        const int Half = ChunkSize / 2;
        var upper = new Chunk(_owner);
        upper.Append(_chunks[index], Half);
        Own(index).Count = Half;
        InsertChunk(index + 1, upper);
        _lowest[index + 1] = upper.Keys[0];
        return place <= Half ? (index, place) : (index + 1, place - Half);
    }

    // Chunks that are nearly empty would cost more than their rows.
    private void MergeWithNext(int index)
    {
        if (index >= 0 && index + 1 < _length && _chunks[index].Count + _chunks[index + 1].Count <= ChunkSize / 2)
        {
            Own(index).Append(_chunks[index + 1], 0);
            RemoveChunk(index + 1);
        }
    }

    private void InsertChunk(int index, Chunk chunk)
    {
        if (_length == _chunks.Length)
        {
            var size = Math.Max(1, _length * 2);
            Array.Resize(ref _chunks, size);
            Array.Resize(ref _lowest, size);
        }

        Array.Copy(_chunks, index, _chunks, index + 1, _length - index);
        Array.Copy(_lowest, index, _lowest, index + 1, _length - index);
        _chunks[index] = chunk;
        _length++;
    }

    private void RemoveChunk(int index)
    {
        _length--;
        Array.Copy(_chunks, index + 1, _chunks, index, _length - index);
        Array.Copy(_lowest, index + 1, _lowest, index, _length - index);
        _chunks[_length] = null!;
    }

    private Chunk Own(int index) => _chunks[index].Owner == _owner ? _chunks[index] : _chunks[index] = _chunks[index].CopyFor(_owner);

    private sealed class Chunk(object owner)
    {
        public readonly object Owner = owner;
        public UInt128[] Keys = [];
        public T[] Rows = [];
        public int Count;

        public Chunk CopyFor(object owner) => new(owner) { Keys = (UInt128[])Keys.Clone(), Rows = (T[])Rows.Clone(), Count = Count };

        public void Insert(int place, UInt128 key, T row)
        {
            EnsureRoomFor(Count + 1);
            Array.Copy(Keys, place, Keys, place + 1, Count - place);
            Array.Copy(Rows, place, Rows, place + 1, Count - place);
            (Keys[place], Rows[place]) = (key, row);
            Count++;
        }

        public void Remove(int place)
        {
            Count--;
            Array.Copy(Keys, place + 1, Keys, place, Count - place);
            Array.Copy(Rows, place + 1, Rows, place, Count - place);
        }

        /// <summary>Adds what another chunk holds from a place on, all of it higher.</summary>
        public void Append(Chunk other, int from)
        {
            var count = other.Count - from;
            EnsureRoomFor(Count + count);
            Array.Copy(other.Keys, from, Keys, Count, count);
            Array.Copy(other.Rows, from, Rows, Count, count);
            Count += count;
        }

        // A small world shall stay small: a chunk grows to its full size.
        private void EnsureRoomFor(int count)
        {
            if (count > Keys.Length)
            {
                var size = Math.Max(FirstSize, (int)BitOperations.RoundUpToPowerOf2((uint)count));
                Array.Resize(ref Keys, size);
                Array.Resize(ref Rows, size);
            }
        }
    }
}
