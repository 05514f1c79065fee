using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// One whole state of a record in a new file, written by a connection that may only read: the one
/// that writes the record is not disturbed.
/// </summary>
public static class SqliteCopy
{
    /// <summary>SQLITE_CANTOPEN.</summary>
    private const int CannotOpen = 14;

    /// <exception cref="RecordUnavailable">It cannot be read as a whole, or not be written.</exception>
    public static void Write(string from, string to)
    {
        // Under another name until it is whole and on disk.
        var unfinished = $"{to}.unfinished";
        File.Delete(unfinished);
        try
        {
            WriteWhole(from, unfinished);
            ForcedDisk.Sync(unfinished);
            File.Move(unfinished, to);
            ForcedDisk.Sync(Path.GetDirectoryName(Path.GetFullPath(to))!);
        }
        catch (SqliteException wrong)
        {
            throw new RecordUnavailable(
                wrong.SqliteErrorCode == CannotOpen ? $"{from}: {wrong.Message} {SqliteFiles.ReadOnlyMedia}"
                    : wrong.Message,
                wrong);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void WriteWhole(string from, string to)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = from, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        connection.Open();
        SqliteSchema.BePatient(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if ((string)command.ExecuteScalar()! is not "ok" and var wrong)
        {
            throw new RecordUnavailable($"{from} is damaged: {wrong}");
        }

        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }
}
