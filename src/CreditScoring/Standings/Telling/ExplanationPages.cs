namespace CreditScoring.Standings.Telling;

/// <summary>The explanations of all regimes of a subject as a person reads them.</summary>
public static class ExplanationPages
{
    /// <summary>Those that apply, one after another, and the names of the others.</summary>
    /// <param name="language">zh or en.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Explanation> explanations, string language)
    {
        foreach (var explanation in explanations.Where(each => each.Standing.Applies))
        {
            yield return ExplanationText.Of(explanation, language);
        }

        var elsewhere = explanations.Where(each => !each.Standing.Applies)
            .Select(each => each.Title.In(language) ?? each.Standing.Regime).Distinct().ToArray();
        if (elsewhere.Length > 0)
        {
            yield return language == "zh" ? $"当日不适用：{string.Join("、", elsewhere)}"
                : $"does not apply on the day: {string.Join(", ", elsewhere)}";
        }
    }
}
