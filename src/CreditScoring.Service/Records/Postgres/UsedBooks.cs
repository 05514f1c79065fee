using System.Collections.Concurrent;
using Npgsql;

namespace CreditScoring.Records.Postgres;

/// <summary>
/// Books of which this process has seen that they were put in use, so that it asks for each only once.
/// </summary>
internal sealed class UsedBooks
{
    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>Those that nobody has ever put in use.</summary>
    public async Task<IReadOnlyList<string>> NeverAmongAsync(
        IEnumerable<string> books, NpgsqlConnection connection)
    {
        var asked = books.Distinct().Where(book => !seen.ContainsKey(book)).ToArray();
        if (asked.Length == 0)
        {
            return [];
        }

        var found = await connection.RowsAsync(row => row.GetString(0),
            "SELECT DISTINCT book FROM activations WHERE book = ANY($1)", [asked]);
        Add(found);
        return [.. asked.Except(found)];
    }

    public void Add(IEnumerable<string> books)
    {
        foreach (var book in books)
        {
            seen[book] = true;
        }
    }
}
