using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace EdgeZone.Emulator.Storage;

/// <summary>CRC-32C: tells whether what is read is what was written.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(uint.MaxValue, bytes);

    /// <summary>An entry with its place, so that no entry can stand in for another.</summary>
    public static uint OfEntry(long position, long previous, long sandbox, long number, ReadOnlySpan<byte> bytes)
    {
        var crc = Continue(Continue(uint.MaxValue, position), previous);
        return ~Continue(Continue(Continue(crc, sandbox), number), bytes);
    }

    /// <summary>A sandbox's row.</summary>
    public static uint OfSandbox(long id, string name, ReadOnlySpan<byte> beginning, long cut, SnapshotOnFile? snapshot)
    {
        var crc = Continue(Continue(Continue(uint.MaxValue, id), Encoding.UTF8.GetBytes(name)), beginning);
        crc = Continue(crc, cut);
        return snapshot is null
            ? ~crc
            : ~Continue(Continue(Continue(Continue(crc, snapshot.Number), snapshot.FirstPiece), snapshot.Pieces), snapshot.Checksum);
    }

    private static uint Continue(uint crc, long value) => BitOperations.Crc32C(crc, (ulong)value);

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }
}
