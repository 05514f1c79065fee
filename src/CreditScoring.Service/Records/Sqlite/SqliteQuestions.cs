using Microsoft.Data.Sqlite;

namespace CreditScoring.Records.Sqlite;

/// <summary>Connections that may only read, each question in one view of whole batches.</summary>
internal sealed class SqliteQuestions(string path, SqliteFiles files) : IDisposable
{
    private readonly string source = new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true,
    }.ToString();

    public Task<T> Ask<T>(Func<SqliteReading, T> question)
    {
        // By its name another file would be opened, and would answer.
        files.Check();
        try
        {
            using var connection = new SqliteConnection(source);
            connection.Open();
            SqliteSchema.BePatient(connection);
            using var view = connection.BeginTransaction(deferred: true);
            return Task.FromResult(question(new SqliteReading(connection)));
        }
        catch (SqliteException wrong)
        {
            throw new RecordUnavailable(wrong.Message, wrong);
        }
    }

    /// <summary>A long question, answered piece by piece in one view.</summary>
    public IEnumerable<T> Walk<T>(Func<SqliteConnection, IEnumerable<T>> question)
    {
        using var connection = new SqliteConnection(source);
        connection.Open();
        SqliteSchema.BePatient(connection);
        using var view = connection.BeginTransaction(deferred: true);
        foreach (var answer in question(connection))
        {
            yield return answer;
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(source);
        SqliteConnection.ClearPool(connection);
    }
}
