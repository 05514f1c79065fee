using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>Sentences that are kept together or not at all, beside the batches and their chain.</summary>
internal static class SqliteSteps
{
    /// <param name="firstDecides">Whether nothing is kept where the first one changes no row.</param>
    /// <returns>Whether they were kept.</returns>
    public static bool Run(
        SqliteConnection connection, IEnumerable<(string Sql, object?[] Values)> said, bool firstDecides)
    {
        var prepared = new Dictionary<string, Statement>(StringComparer.Ordinal);
        var kept = false;
        SqliteSchema.Run(connection, "BEGIN IMMEDIATE");
        try
        {
            foreach (var ((sql, values), place) in said.Select((each, at) => (each, at)))
            {
                if (!prepared.TryGetValue(sql, out var statement))
                {
                    prepared[sql] = statement = new Statement(connection, sql.Replace('$', '?'));
                }

                if (statement.Run(values) == 0 && place == 0 && firstDecides)
                {
                    return false;
                }
            }

            SqliteSchema.Run(connection, "COMMIT");
            return kept = true;
        }
        finally
        {
            prepared.Values.ToList().ForEach(each => each.Dispose());
            if (!kept)
            {
                TakeBack(connection);
            }
        }
    }

    private static void TakeBack(SqliteConnection connection)
    {
        try
        {
            SqliteSchema.Run(connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, which is what was wanted.
        }
    }
}
