using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Revising;

/// <summary>
/// Where a rule stands in its workflow: its place, and within a rule that joins others their places, such as
/// <c>3.1</c>; each from 0.
/// </summary>
public sealed record RulePath(IReadOnlyList<int> Places)
{
    private const int Deepest = 64;

    /// <summary>Null: the text is no path.</summary>
    public static RulePath? Of(string? text)
    {
        var places = new List<int>();
        foreach (var part in (text ?? "").Split('.'))
        {
            if (places.Count == Deepest
                || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            {
                return null;
            }

            places.Add(place);
        }

        return new RulePath(places);
    }

    /// <summary>Its place in the list that it stands in.</summary>
    public int Last => Places[^1];

    /// <summary>The path of a rule that this one joins.</summary>
    public RulePath Of(int place) => new([.. Places, place]);

    /// <summary>The rule; null: there is none.</summary>
    public JsonPiece? In(JsonPiece? workflow) => Places.Aggregate(
        workflow, (at, place) => at?["Rules"]?.Items.ElementAtOrDefault(place));

    /// <summary>The list that the rule stands in; null: there is none.</summary>
    public JsonPiece? ListIn(JsonPiece? workflow) => Places.Count == 1 ? workflow?["Rules"]
        : new RulePath([.. Places.SkipLast(1)]).In(workflow)?["Rules"];

    /// <summary>The way to it, as those name it who help while one types: <c>Rules[3].Rules[1]</c>.</summary>
    public string Way => string.Join('.', Places.Select(
        place => string.Create(CultureInfo.InvariantCulture, $"Rules[{place}]")));

    public override string ToString() => string.Join('.', Places);
}
