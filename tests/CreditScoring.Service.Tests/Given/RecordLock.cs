using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Holds the record's write lock, as only a test may, so that a running service has to wait.</summary>
public sealed class RecordLock : IDisposable
{
    private readonly SqliteConnection connection;

    public RecordLock(TempFolder folder)
    {
        connection = new SqliteConnection($"Data Source={folder.In("credit.db")};Pooling=False");
        connection.Open();
        Run("BEGIN IMMEDIATE");
    }

    public void Dispose()
    {
        Run("ROLLBACK");
        connection.Dispose();
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
