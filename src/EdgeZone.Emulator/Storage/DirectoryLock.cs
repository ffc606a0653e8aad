using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace EdgeZone.Emulator.Storage;

/// <summary>
/// Keeps a directory to one process, and remembers in the same file how far its store was kept. The system gives the lock back when the
/// process dies, however it dies; the mark stays, so the next process knows what must be there. After an orderly end there is no mark.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    public const string FileName = "edgezone.lock";

    private const int StoreLength = 16;
    private const int MarkLength = StoreLength + sizeof(long) + sizeof(uint);

    private readonly SafeFileHandle _file;
    private readonly byte[] _mark = new byte[MarkLength];

    private DirectoryLock(SafeFileHandle file) => _file = file;

    /// <exception cref="StorageException">Another process has it, or it cannot be written.</exception>
    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            return new DirectoryLock(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (IsHeldByAnother(failure))
        {
            throw new StorageException($"{directory}: another process keeps its sandboxes here; each process needs a directory of its own");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{path}: cannot be written: {Faults.OneLine(failure.Message)}");
        }
    }

    /// <summary>How far the store was kept when its process ended without closing it; null when it was closed or there is none.</summary>
    public (Guid Store, long Position)? ReadMark()
    {
        var mark = new byte[MarkLength];
        var whole = RandomAccess.Read(_file, mark, 0) == MarkLength
            && BinaryPrimitives.ReadUInt32LittleEndian(mark.AsSpan(MarkLength - sizeof(uint))) == Checksum.Of(mark.AsSpan(0, MarkLength - sizeof(uint)));
        return whole ? (new Guid(mark.AsSpan(0, StoreLength)), BinaryPrimitives.ReadInt64LittleEndian(mark.AsSpan(StoreLength))) : null;
    }

    /// <summary>
    /// The first mark of a process goes to the disk; those after it (<see cref="Advance"/>) need not, since a mark may be too low but never
    /// too high.
    /// </summary>
    public void Mark(Guid store, long position)
    {
        store.TryWriteBytes(_mark);
        Advance(position);
        RandomAccess.FlushToDisk(_file);
    }

    /// <summary>Everything up to this position is on disk.</summary>
    public void Advance(long position)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_mark.AsSpan(StoreLength), position);
        BinaryPrimitives.WriteUInt32LittleEndian(_mark.AsSpan(MarkLength - sizeof(uint)), Checksum.Of(_mark.AsSpan(0, MarkLength - sizeof(uint))));
        RandomAccess.Write(_file, _mark, 0);
    }

    /// <summary>The store has been closed in order.</summary>
    public void Clear() => RandomAccess.SetLength(_file, 0);

    public void Dispose() => _file.Dispose();

    // EAGAIN of Linux and of the BSDs, and Windows' sharing and lock violations.
    private static bool IsHeldByAnother(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
