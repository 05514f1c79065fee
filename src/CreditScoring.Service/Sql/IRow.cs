namespace CreditScoring.Service.Sql;

/// <summary>
/// The row at which a reading stands, whatever the engine; good until the next one is asked for.
/// </summary>
public interface IRow
{
    bool IsNull(int column);

    string Text(int column);

    /// <summary>A text that somebody sent: it may hold what a text of the engine cannot (U+0000).</summary>
    string SentText(int column);

    ReadOnlySpan<byte> Octets(int column);

    long Long(int column);

    bool Truth(int column);

    decimal Decimal(int column);

    DateOnly Day(int column);
}

/// <summary>One view of whole batches, in which a question asks for rows.</summary>
public interface ISqlView<TRow>
    where TRow : IRow
{
    /// <param name="sql">Its values are <c>$1</c>, <c>$2</c> ... by position.</param>
    Task<List<T>> RowsAsync<T>(Func<TRow, T> read, string sql, params object?[] values);

    /// <summary>The rows up to the one that ends them.</summary>
    Task<List<T>> RowsUntilAsync<T>(
        Func<T, bool> ends, Func<TRow, T> read, string sql, params object?[] values);
}
