using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditScoring.Service.Sqlite;

/// <summary>A prepared statement whose values are <c>?1</c>, <c>?2</c> ... by position.</summary>
/// <remarks>
/// It speaks to SQLite's own interface: a row is bound by position, without the look-up by name, the
/// boxed parameter and the reader that a command of the data provider makes for each.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt prepared;

    public Statement(SqliteConnection connection, string sql)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out prepared));
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        Step();
        raw.sqlite3_reset(prepared);
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>All rows that it finds.</summary>
    public List<T> Rows<T>(Func<SqliteRow, T> read, params ReadOnlySpan<object?> values) =>
        RowsUntil(_ => false, read, values);

    /// <summary>The rows up to the one that ends them.</summary>
    public List<T> RowsUntil<T>(
        Func<T, bool> ends, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var found = new List<T>();
        while (Step())
        {
            found.Add(read(new SqliteRow(prepared)));
            if (ends(found[^1]))
            {
                break;
            }
        }

        raw.sqlite3_reset(prepared);
        return found;
    }

    /// <summary>Its rows one by one, each good until the next; for statements without values.</summary>
    /// <exception cref="RecordUnavailable">A row cannot be read.</exception>
    public IEnumerable<SqliteRow> Walk()
    {
        while (Goes())
        {
            yield return new SqliteRow(prepared);
        }
    }

    private bool Goes()
    {
        try
        {
            return Step();
        }
        catch (SqliteException wrong)
        {
            throw SqliteQuestions.Fault(wrong);
        }
    }

    public void Dispose() => prepared.Dispose();

    private bool Step()
    {
        var answer = raw.sqlite3_step(prepared);
        if (answer is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            // Left as it is it would hold on to its transaction.
            raw.sqlite3_reset(prepared);
            Check(answer);
        }

        return answer == raw.SQLITE_ROW;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(prepared, place),
        string text => Bind(place, text),
        byte[] octets => raw.sqlite3_bind_blob(prepared, place, octets),
        long number => raw.sqlite3_bind_int64(prepared, place, number),
        int number => raw.sqlite3_bind_int64(prepared, place, number),
        bool truth => raw.sqlite3_bind_int64(prepared, place, truth ? 1 : 0),
        DateTimeOffset instant =>
            raw.sqlite3_bind_int64(prepared, place, instant.ToUnixTimeMilliseconds()),
        DateOnly day => Bind(place, Cells.Day(day)),
        decimal number => Bind(place, Cells.Decimal(number)),
        _ => throw new ArgumentException($"{value.GetType()} has no form in the record"),
    };

    private int Bind(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > 1024 ? ArrayPool<byte>.Shared.Rent(most) : null;
        // SQLite copies what it is given before the call returns.
        var octets = rented ?? stackalloc byte[1024];
        var answer = raw.sqlite3_bind_text(
            prepared, place, octets[..Encoding.UTF8.GetBytes(text, octets)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return answer;
    }

    private void Check(int answer) =>
        SqliteException.ThrowExceptionForRC(answer, connection.Handle);
}
