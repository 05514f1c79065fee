using System.Globalization;
using System.Text;
using CreditScoring.Service.Sql;
using SQLitePCL;

namespace CreditScoring.Service.Sqlite;

/// <summary>The row on which a statement stands: days and decimals are texts, truth is 1.</summary>
public readonly struct SqliteRow(sqlite3_stmt statement) : IRow
{
    public bool IsNull(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    // By its length: a text may hold U+0000.
    public string Text(int column) => Encoding.UTF8.GetString(Octets(column));

    public string SentText(int column) => Text(column);

    public ReadOnlySpan<byte> Octets(int column) => raw.sqlite3_column_blob(statement, column);

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public bool Truth(int column) => Long(column) == 1;

    public decimal Decimal(int column) => decimal.Parse(Text(column), CultureInfo.InvariantCulture);

    public DateOnly Day(int column) =>
        DateOnly.ParseExact(Text(column), Cells.DayForm, CultureInfo.InvariantCulture);
}
