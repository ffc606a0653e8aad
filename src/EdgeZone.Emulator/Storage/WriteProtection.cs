namespace EdgeZone.Emulator.Storage;

/// <summary>
/// Whether a file or directory is marked as one that nobody writes. Asked of it and not of the system: the mark is meant for everybody, also for an
/// administrator's process, which the system would let through, and also for one that has the file open already.
/// </summary>
internal static class WriteProtection
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <exception cref="StorageException">It is.</exception>
    public static void Refuse(string path)
    {
        // A directory's mark means something else on Windows.
        var isProtected = OperatingSystem.IsWindows()
            ? (File.GetAttributes(path) & (FileAttributes.ReadOnly | FileAttributes.Directory)) == FileAttributes.ReadOnly
            : (File.GetUnixFileMode(path) & AnyWrite) == 0;
        if (isProtected)
        {
            throw new StorageException($"{path}: it is read-only");
        }
    }
}
