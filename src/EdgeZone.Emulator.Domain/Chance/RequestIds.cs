using System.Buffers.Binary;

namespace EdgeZone.Emulator.Domain.Chance;

/// <summary>RequestIds: UUIDs of version 4 whose random bits follow from the sandbox's chance and the number of the call.</summary>
/// <param name="seed">Where the stream of their bits begins.</param>
internal sealed class RequestIds(ulong seed)
{
    /// <summary>The id of the call of that number.</summary>
    public Guid Of(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, SeededGenerator.BitsAt(seed, 2 * (ulong)number));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], SeededGenerator.BitsAt(seed, (2 * (ulong)number) + 1));

        // Version and variant sit at fixed places, see RFC 9562 section 5.4.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
