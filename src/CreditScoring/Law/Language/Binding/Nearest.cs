namespace CreditScoring.Law.Language.Binding;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The nearest name within a third of the letters, or null.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length > 60)
        {
            return null;
        }

        string? nearest = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in known)
        {
            var distance = Distance(written, name, least);
            if (distance < least)
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest;
    }

    // Letters to insert, delete, replace or swap with their neighbour; case costs nothing.
    private static int Distance(string from, string to, int enough)
    {
        if (Math.Abs(from.Length - to.Length) >= enough)
        {
            return enough;
        }

        var cost = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                cost[i, j] = i == 0 ? j : j == 0 ? i : Step(from, to, cost, i, j);
            }
        }

        return cost[from.Length, to.Length];
    }

    private static int Step(string from, string to, int[,] cost, int i, int j)
    {
        var least = Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1;
        least = Math.Min(least, cost[i - 1, j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1));
        return i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1])
            ? Math.Min(least, cost[i - 2, j - 2] + 1) : least;
    }

    private static bool Same(char a, char b) =>
        char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
