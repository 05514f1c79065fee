namespace CreditScoring.Documents;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
public static class NearMiss
{
    /// <summary>The nearest of <paramref name="known"/> within a third of the length, or null.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in known.Order(StringComparer.Ordinal))
        {
            var distance = Distance(written.ToLowerInvariant(), name.ToLowerInvariant(), least);
            if (distance < least)
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>Letters to insert, delete or replace; gives up at <paramref name="limit"/>.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
