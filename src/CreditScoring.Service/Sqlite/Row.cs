using System.Text;
using SQLitePCL;

namespace CreditScoring.Service.Sqlite;

/// <summary>The row on which a statement stands; good until the statement goes on.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    public bool IsNull(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    // By its length: a text may hold U+0000.
    public string Text(int column) => Encoding.UTF8.GetString(Octets(column));

    public ReadOnlySpan<byte> Octets(int column) => raw.sqlite3_column_blob(statement, column);

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public int Int(int column) => checked((int)Long(column));
}
