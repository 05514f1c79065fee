using CreditScoring.Documents;
using CreditScoring.Law.Books;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>An explanation as JSON: the standing, and under it everything it came of.</summary>
public static class ExplanationJson
{
    /// <summary>All that an explanation says.</summary>
    public static JsonShape Shape => ExplanationShape.Explanation;

    /// <param name="knownAt">As known at which; null: now.</param>
    /// <param name="book">By which it was judged; null: the standing does not say.</param>
    public static void Write(
        JsonTextWriter json, Explanation explanation, string? knownAt = null, RuleBook? book = null) =>
        ExplanationShape.Explanation.Write(json, new AskedExplanation(explanation, knownAt, book));
}
