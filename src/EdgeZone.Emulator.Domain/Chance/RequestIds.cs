namespace EdgeZone.Emulator.Domain.Chance;

/// <summary>RequestIds: UUIDs of version 4 whose random bits come from the sandbox's chance.</summary>
internal sealed class RequestIds(SeededGenerator chance)
{
    /// <summary>The next one.</summary>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, chance.NextBits());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], chance.NextBits());

        // Version and variant sit at fixed places, see RFC 9562 section 5.4.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
