using CreditScoring.Standings;

namespace CreditScoring.Supervision;

/// <summary>Picks the strictest value of a field over several regimes, and remembers whose it was.</summary>
internal sealed class Strictest(IReadOnlyList<Standing> standings)
{
    private readonly List<KeyValuePair<string, string>> decidedBy = [];

    public IReadOnlyList<KeyValuePair<string, string>> DecidedBy => decidedBy;

    /// <summary>The largest value, of equals the first regime's.</summary>
    public T? Most<T>(string name, Func<Frequency, T?> read)
        where T : struct, IComparable<T> => Best(name, read, (one, other) => one.CompareTo(other) > 0);

    /// <summary>The smallest value, of equals the first regime's.</summary>
    public T? Least<T>(string name, Func<Frequency, T?> read)
        where T : struct, IComparable<T> => Best(name, read, (one, other) => one.CompareTo(other) < 0);

    /// <summary>
    /// The clamp of another field's regime: from now on that regime has decided this field.
    /// </summary>
    public T Clamped<T>(string name, string by, T clamp)
    {
        var regime = decidedBy.First(pair => pair.Key == by).Value;
        decidedBy[decidedBy.FindIndex(pair => pair.Key == name)] = KeyValuePair.Create(name, regime);
        return clamp;
    }

    /// <summary>The first of the words in their order, or else the first that a regime says.</summary>
    public string? First(string name, Func<Frequency, string?> read, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Saying(name, frequency => read(frequency) == word) is { } said)
            {
                return read(said);
            }
        }

        return Saying(name, frequency => read(frequency) is not null) is { } first ? read(first) : null;
    }

    private Frequency? Saying(string name, Func<Frequency, bool> says)
    {
        var found = standings.FirstOrDefault(standing => says(standing.Frequency!));
        if (found is not null)
        {
            decidedBy.Add(KeyValuePair.Create(name, found.Regime));
        }

        return found?.Frequency;
    }

    private T? Best<T>(string name, Func<Frequency, T?> read, Func<T, T, bool> stricter)
        where T : struct
    {
        Standing? decides = null;
        T? best = null;
        foreach (var standing in standings)
        {
            if (read(standing.Frequency!) is { } value && (best is null || stricter(value, best.Value)))
            {
                (decides, best) = (standing, value);
            }
        }

        if (decides is not null)
        {
            decidedBy.Add(KeyValuePair.Create(name, decides.Regime));
        }

        return best;
    }
}
