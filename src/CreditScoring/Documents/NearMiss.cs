namespace CreditScoring.Documents;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
public static class NearMiss
{
    private const int Longest = 60;

    /// <summary>The nearest of <paramref name="known"/> within a third of the length, or null.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        // What is longer is no misspelling, and may be a million characters from outside.
        if (written.Length is 0 or > Longest)
        {
            return null;
        }

        var allowed = Math.Max(1, written.Length / 3);
        return known
            .Where(name => Math.Abs(name.Length - written.Length) <= allowed)
            .Select(name => (name, distance: Distance(Fold(written), Fold(name))))
            .Where(near => near.distance <= allowed)
            .OrderBy(near => near.distance).ThenBy(near => Distance(written, near.name))
            .ThenBy(near => near.name, StringComparer.Ordinal)
            .Select(near => near.name)
            .FirstOrDefault();
    }

    // occurred_on and OccurredOn are occurredOn to their author.
    private static string Fold(string name) =>
        name.Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .ToLowerInvariant();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}
