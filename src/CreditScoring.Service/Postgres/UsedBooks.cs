using System.Collections.Concurrent;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// Books and engines of which this process has seen that they were put in use: it asks for each only once.
/// </summary>
internal sealed class UsedBooks
{
    private readonly ConcurrentDictionary<Basis, bool> seen = [];

    /// <summary>Those that nobody has ever put in use.</summary>
    public async Task<IReadOnlyList<Basis>> NeverAmongAsync(
        IEnumerable<Basis> books, NpgsqlConnection connection)
    {
        var asked = books.Distinct().Where(book => !seen.ContainsKey(book)).ToArray();
        if (asked.Length == 0)
        {
            return [];
        }

        var found = await connection.RowsAsync(row => row.BasisAt(0),
            "SELECT DISTINCT book, engines FROM activations WHERE book = ANY($1)",
            [asked.Column(each => each.Book)]);
        Add(found);
        return [.. asked.Except(found)];
    }

    public void Add(IEnumerable<Basis> books)
    {
        foreach (var book in books)
        {
            seen[book] = true;
        }
    }
}
