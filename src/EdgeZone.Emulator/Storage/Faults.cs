using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EdgeZone.Emulator.Storage;

/// <summary>What went wrong, in one line.</summary>
internal static class Faults
{
    public static string Describe(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => "the disk is full",
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY } => "it is read-only",
        SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB } => "it is no SQLite database",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT } => "it is damaged",
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } => "it cannot be opened",
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => "another program has it open",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } error => $"the disk reports an error (SQLite's code {error.SqliteExtendedErrorCode})",
        _ => OneLine(failure.Message),
    };

    public static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
