using System.Buffers.Binary;

namespace EdgeZone.Emulator.Storage;

/// <summary>
/// The first 100 bytes of the file, read before SQLite sees it: SQLite would take an empty file for a new database, fill up one that is cut
/// off inside a page, and write into any database that is put before it.
/// </summary>
internal static class FileHeader
{
    /// <summary>Says whose database it is; where SQLite keeps it is part of its file format.</summary>
    public const int Application = 0x455A454D;

    /// <summary>How the tables look, and what is in them. Another number is another format.</summary>
    public const int Format = 2;

    private const int Length = 100;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <exception cref="StorageException">It is not a store of this format, or not a whole one.</exception>
    public static void Check(string path, string logPath)
    {
        // Opened for writing, so that a file which cannot be written is refused now and not with the first call.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[Length];
        var length = RandomAccess.GetLength(file);
        var read = RandomAccess.Read(file, header, 0);
        if (read == 0)
        {
            throw new StorageException($"{path}: it is empty, so it has been cut off");
        }

        if (!header[..Math.Min(read, Magic.Length)].SequenceEqual(Magic[..Math.Min(read, Magic.Length)]))
        {
            throw new StorageException($"{path}: it is no SQLite database");
        }

        if (read < Length)
        {
            throw new StorageException($"{path}: it has been cut off after {length} bytes");
        }

        if (Word(header, 68) != Application)
        {
            throw new StorageException($"{path}: it is a database of another program");
        }

        if (Word(header, 60) != Format)
        {
            throw new StorageException($"{path}: it has format {Word(header, 60)}, and this program knows format {Format}");
        }

        // While the log has something, pages may be there and no longer or not yet in the file.
        var whole = (long)Word(header, 28) * BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var log = new FileInfo(logPath);
        if (length < whole && !(log.Exists && log.Length > 0))
        {
            throw new StorageException($"{path}: it has been cut off after {length} of {whole} bytes");
        }
    }

    private static int Word(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadInt32BigEndian(header[offset..]);
}
