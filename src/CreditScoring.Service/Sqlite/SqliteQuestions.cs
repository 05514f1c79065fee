using System.Diagnostics;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditScoring.Service.Sqlite;

/// <summary>Connections that may only read, each question in one view of whole batches.</summary>
internal sealed class SqliteQuestions(string path, SqliteFiles files) : IDisposable
{
    private readonly string source = new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true,
    }.ToString();

    private readonly Lock gate = new();
    private readonly Dictionary<SqliteConnection, long> asking = [];

    public async Task<T> Ask<T>(Func<ISqlView<SqliteRow>, Task<T>> question)
    {
        // By its name another file would be opened, and would answer.
        files.Check();
        try
        {
            using var connection = new SqliteConnection(source);
            using var view = Open(connection);
            return await question(new SqliteView(connection));
        }
        catch (SqliteException wrong)
        {
            throw Fault(wrong);
        }
    }

    /// <summary>A long question, answered piece by piece in one view.</summary>
    public IEnumerable<T> Walk<T>(Func<SqliteConnection, IEnumerable<T>> question)
    {
        using var connection = new SqliteConnection(source);
        using var view = Open(connection);
        foreach (var answer in question(connection))
        {
            yield return answer;
        }
    }

    /// <summary>Cuts the questions that have held their view for longer.</summary>
    public void CutOlderThan(TimeSpan age)
    {
        lock (gate)
        {
            foreach (var (connection, since) in asking)
            {
                if (Stopwatch.GetElapsedTime(since) >= age)
                {
                    raw.sqlite3_interrupt(connection.Handle);
                }
            }
        }
    }

    /// <summary>What SQLite says, in the words of the port.</summary>
    public static RecordUnavailable Fault(SqliteException wrong) =>
        wrong.SqliteErrorCode == raw.SQLITE_INTERRUPT ? new QuestionCut(wrong)
            : new RecordUnavailable(wrong.Message, wrong);

    public void Dispose()
    {
        using var connection = new SqliteConnection(source);
        SqliteConnection.ClearPool(connection);
    }

    private View Open(SqliteConnection connection)
    {
        connection.Open();
        SqliteSchema.BePatient(connection);
        var view = connection.BeginTransaction(deferred: true);
        lock (gate)
        {
            asking.Add(connection, Stopwatch.GetTimestamp());
        }

        return new View(this, connection, view);
    }

    private void End(SqliteConnection connection)
    {
        lock (gate)
        {
            asking.Remove(connection);
        }
    }

    /// <summary>From here on until it is disposed it may be cut, and not a moment longer.</summary>
    private sealed class View(SqliteQuestions questions, SqliteConnection connection, SqliteTransaction view)
        : IDisposable
    {
        public void Dispose()
        {
            questions.End(connection);
            view.Dispose();
        }
    }
}
