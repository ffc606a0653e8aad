using System.Buffers;
using System.IO.Compression;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Snapshots;

namespace EdgeZone.Emulator.Keeping;

/// <summary>
/// A world as it is kept: its document, packed while it is written. The document says nearly the same of every instance, and packing it takes a
/// fraction of the time that writing all of it to the disk would.
/// </summary>
internal static class PackedWorld
{
    /// <returns>What is to be kept, and how long the document would have been.</returns>
    public static (ReadOnlyMemory<byte> Bytes, long DocumentLength) Write(WorldState state)
    {
        var bytes = new MemoryStream();
        long length;
        using (var packing = new ZLibStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            var document = new Document(packing);
            SnapshotDocument.Write(document, state);
            length = document.Length;
        }

        return (bytes.GetBuffer().AsMemory(0, (int)bytes.Length), length);
    }

    /// <exception cref="WorldStateException">It cannot be read.</exception>
    public static WorldState Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = new ZLibStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            return SnapshotDocument.Read(document);
        }
        catch (InvalidDataException fault)
        {
            throw new WorldStateException("$", fault.Message);
        }
    }

    /// <summary>Passes on what is written, a chunk at a time.</summary>
    private sealed class Document(Stream output) : IBufferWriter<byte>
    {
        private byte[] _chunk = new byte[64 * 1024];

        public long Length { get; private set; }

        public void Advance(int count)
        {
            output.Write(_chunk, 0, count);
            Length += count;
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _chunk.Length >= sizeHint ? _chunk : _chunk = new byte[sizeHint];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
