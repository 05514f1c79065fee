using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Records.Sqlite;

/// <summary>
/// One whole state of a record in a new file, written by a connection that may only read: the one
/// that writes the record is not disturbed.
/// </summary>
public static class SqliteCopy
{
    /// <exception cref="RecordUnavailable">It cannot be read as a whole, or not be written.</exception>
    public static void Write(string from, string to)
    {
        // Under another name until it is whole and on disk.
        var unfinished = $"{to}.unfinished";
        File.Delete(unfinished);
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = from, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
            }.ToString()))
            {
                connection.Open();
                SqliteSchema.BePatient(connection);
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA integrity_check(1)";
                if ((string)command.ExecuteScalar()! is not "ok" and var wrong)
                {
                    throw new RecordUnavailable($"{from} is damaged: {wrong}");
                }

                command.CommandText = "VACUUM INTO $to";
                command.Parameters.AddWithValue("$to", unfinished);
                command.ExecuteNonQuery();
            }

            Sync(unfinished);
            File.Move(unfinished, to);
            Sync(Path.GetDirectoryName(Path.GetFullPath(to))!);
        }
        catch (SqliteException wrong)
        {
            throw new RecordUnavailable(wrong.Message, wrong);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Forces a file, or the names in a folder, to the disk.</summary>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // Its file system keeps names with the files; of a file, this is all there is to do.
            if (File.Exists(path))
            {
                using var file = File.OpenHandle(path, access: FileAccess.ReadWrite);
                RandomAccess.FlushToDisk(file);
            }

            return;
        }

        var handle = Open(path, 0);
        var done = handle >= 0 && Fsync(handle) == 0;
        var why = Marshal.GetLastPInvokeErrorMessage();
        if (handle >= 0)
        {
            _ = Close(handle);
        }

        if (!done)
        {
            throw new IOException($"{path} cannot be forced to the disk: {why}");
        }
    }

    // .NET opens no folder, and the name of a new file is in its folder.
    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
