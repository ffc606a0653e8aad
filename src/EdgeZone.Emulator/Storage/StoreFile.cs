using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EdgeZone.Emulator.Storage;

/// <summary>The SQLite file: created, checked, opened and closed.</summary>
internal sealed class StoreFile : IDisposable
{
    public const string FileName = "edgezone.db";

    private const int KeepLogOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE

    private StoreFile(string path, SqliteConnection connection)
    {
        Path = path;
        Connection = connection;
    }

    public string Path { get; }

    public SqliteConnection Connection { get; }

    public Guid Store { get; private set; }

    /// <summary>The position of the newest thing that was ever written.</summary>
    public long Position { get; private set; }

    /// <summary>Opens the directory's file, which is created when there is none.</summary>
    /// <exception cref="StorageException">It is not what it should be. It is left as it is.</exception>
    public static StoreFile Open(string directory, string engineVersion, DirectoryLock directoryLock)
    {
        var path = System.IO.Path.Combine(directory, FileName);
        try
        {
            var mark = directoryLock.ReadMark();
            if (!File.Exists(path))
            {
                RefuseToBeginAnew(path, mark is not null);
                Create(path, engineVersion);
            }

            WriteProtection.Refuse(path);
            FileHeader.Check(path, LogOf(path));
            return OpenWhole(path, engineVersion, mark);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{path}: {Faults.Describe(failure)}");
        }
    }

    /// <summary>The file is one that somebody will write into; an end that is not orderly can be told from one that is.</summary>
    public void Begin(StoreOptions options)
    {
        if (options.MaximumPages is { } pages)
        {
            Execute($"PRAGMA max_page_count={pages}");
        }

        Execute("UPDATE store SET closed=0");
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Whether the files are still where they were. Without them SQLite would go on writing into what nobody finds again.</summary>
    public void RefuseToWriteIntoNothing()
    {
        foreach (var file in (string[])[Path, LogOf(Path)])
        {
            if (!File.Exists(file))
            {
                throw new StorageException($"{file}: it has been removed");
            }
        }

        WriteProtection.Refuse(Path);
    }

    /// <summary>Everything goes from the log into the file, and the log away.</summary>
    public void Close()
    {
        Execute("UPDATE store SET closed=1");
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        SetKeepLogOnClose(0);
        Dispose();
    }

    /// <summary>Lets go of the file and leaves everything as it is, the log too.</summary>
    public void Dispose() => Connection.Dispose();

    public void Execute(string text)
    {
        using var statement = new Statement(Connection, text);
        statement.Run();
    }

    private static string LogOf(string path) => path + "-wal";

    private static void RefuseToBeginAnew(string path, bool marked)
    {
        if (marked || File.Exists(LogOf(path)))
        {
            throw new StorageException($"{path}: it is missing, but what lies beside it belongs to one; put it back, or begin with an empty directory");
        }
    }

    /// <summary>Under another name until it is whole, so that a file by the right name never is half made.</summary>
    private static void Create(string path, string engineVersion)
    {
        var unfinished = path + ".new";
        foreach (var leftover in (string[])[unfinished, LogOf(unfinished), unfinished + "-journal"])
        {
            File.Delete(leftover);
        }

        using (var file = new StoreFile(unfinished, Connect(unfinished, SqliteOpenMode.ReadWriteCreate)))
        {
            foreach (var text in Schema.Tables)
            {
                file.Execute(text);
            }

            using (var first = new Statement(file.Connection, Schema.FirstRow))
            {
                first.Bind(1, Guid.NewGuid().ToByteArray()).Bind(2, engineVersion).Run();
            }

            file.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            file.SetKeepLogOnClose(0);
        }

        File.Move(unfinished, path);
    }

    private static StoreFile OpenWhole(string path, string engineVersion, (Guid Store, long Position)? mark)
    {
        var file = new StoreFile(path, Connect(path, SqliteOpenMode.ReadWrite));
        try
        {
            file.CheckPages();
            file.ReadIdentity(engineVersion, mark);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            var file = new StoreFile(path, connection);
            file.SetKeepLogOnClose(1);
            // Exclusive: nobody else can write between two of our commits, and there is no shared memory that a network file system could not give.
            // Everybody waits while the log goes into the file; it may grow to 64 MiB before, so that this is seldom.
            foreach (var pragma in (string[])["locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=16000"])
            {
                file.Execute($"PRAGMA {pragma}");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void CheckPages()
    {
        using var check = new Statement(Connection, "PRAGMA quick_check(1)");
        if (!check.Step() || check.Text(0) != "ok")
        {
            throw new StorageException($"{Path}: it is damaged");
        }

        check.Reset();
    }

    private void ReadIdentity(string engineVersion, (Guid Store, long Position)? mark)
    {
        using var identity = new Statement(Connection, "SELECT id, engine, max(position, (SELECT coalesce(max(position), 0) FROM entry)), closed FROM store");
        if (!identity.Step() || identity.Bytes(0).Length != 16)
        {
            throw new StorageException($"{Path}: it is damaged");
        }

        Store = new Guid(identity.Bytes(0));
        Position = identity.Number(2);
        var (engine, closed) = (identity.Text(1), identity.Number(3) != 0);
        identity.Reset();

        if (engine != engineVersion)
        {
            throw new StorageException($"{Path}: it was written by engine version {Faults.OneLine(engine)}, and this program has version {engineVersion}");
        }

        var known = mark is { } left && left.Store == Store;
        if (!closed && !known)
        {
            throw new StorageException($"{Path}: it was not closed, and {DirectoryLock.FileName}, which says what must be in it, is missing or another's");
        }

        if (known && Position < mark!.Value.Position)
        {
            throw new StorageException(
                $"{Path}: it ends at {Position}, but everything up to {mark.Value.Position} was acknowledged; {FileName}-wal has been cut off or removed");
        }
    }

    private void SetKeepLogOnClose(int value) => _ = raw.sqlite3_db_config(Connection.Handle, KeepLogOnClose, value, out _);
}
