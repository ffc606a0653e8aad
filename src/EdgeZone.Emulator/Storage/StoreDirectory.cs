namespace EdgeZone.Emulator.Storage;

/// <summary>The directory of a store.</summary>
internal static class StoreDirectory
{
    /// <summary>Makes it when it is missing, and answers its whole path.</summary>
    /// <exception cref="StorageException">It cannot be made, or nobody may write into it.</exception>
    public static string Make(string directory)
    {
        try
        {
            var path = Directory.CreateDirectory(directory).FullName;
            WriteProtection.Refuse(path);
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StorageException($"{directory}: the directory cannot be made: {Faults.OneLine(failure.Message)}");
        }
    }
}
