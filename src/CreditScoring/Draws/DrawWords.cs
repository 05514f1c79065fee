namespace CreditScoring.Draws;

/// <summary>The words by which files name what is chosen from a few.</summary>
public static class DrawWords
{
    public static readonly IReadOnlyDictionary<string, Rounding> Roundings =
        new Dictionary<string, Rounding>(StringComparer.Ordinal)
        {
            ["up"] = Rounding.Up, ["half-up"] = Rounding.HalfUp, ["down"] = Rounding.Down,
        };

    public static readonly IReadOnlyDictionary<string, Regions> RegionRules =
        new Dictionary<string, Regions>(StringComparer.Ordinal)
        {
            ["any"] = Regions.Any, ["around"] = Regions.Around,
        };

    public static readonly IReadOnlyDictionary<string, PublicKind> PublicKinds =
        Enum.GetValues<PublicKind>()
            .ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The word of a value.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : struct => words.First(each => each.Value.Equals(value)).Key;
}
