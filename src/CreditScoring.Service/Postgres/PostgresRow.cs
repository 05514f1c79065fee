using System.Text;
using CreditScoring.Service.Sql;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The row at which a reader is; what was sent is kept in octets, since a text holds no U+0000.
/// </summary>
public readonly struct PostgresRow(NpgsqlDataReader reader) : IRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public string Text(int column) => reader.GetString(column);

    public string SentText(int column) => Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(column));

    public ReadOnlySpan<byte> Octets(int column) => reader.GetFieldValue<byte[]>(column);

    public long Long(int column) => reader.GetInt64(column);

    public bool Truth(int column) => reader.GetBoolean(column);

    public decimal Decimal(int column) => reader.GetDecimal(column);

    public DateOnly Day(int column) => reader.GetFieldValue<DateOnly>(column);

    /// <summary>An instant by the server's own clock.</summary>
    public DateTimeOffset Moment(int column) => reader.GetFieldValue<DateTimeOffset>(column);
}
