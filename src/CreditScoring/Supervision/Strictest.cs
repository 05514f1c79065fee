using CreditScoring.Law.Packs;
using CreditScoring.Standings;

namespace CreditScoring.Supervision;

/// <summary>Picks the strictest value of a field over several regimes, and remembers whose it was.</summary>
internal sealed class Strictest(IReadOnlyList<Standing> standings)
{
    private readonly List<KeyValuePair<string, string>> decidedBy = [];

    public IReadOnlyList<KeyValuePair<string, string>> DecidedBy => decidedBy;

    /// <summary>The strictest value, of equals the first regime's; null: no regime says one.</summary>
    public object? Of(FrequencyField field)
    {
        var said = standings.Where(standing => standing.Frequency![field] is not null).ToArray();
        if (said.Length == 0)
        {
            return null;
        }

        var decides = field.Strictest switch
        {
            Strictness.Most => said.MaxBy(standing => standing.Frequency![field]),
            Strictness.Least => said.MinBy(standing => standing.Frequency![field]),
            _ => field.Words.Select(
                    word => said.FirstOrDefault(each => word.Text.Equals(each.Frequency![field])))
                .FirstOrDefault(each => each is not null) ?? said[0],
        };
        decidedBy.Add(KeyValuePair.Create(field.Name, decides!.Regime));
        return decides.Frequency![field];
    }

    /// <summary>
    /// The value, or what caps it where that is less: from then on the cap's regime has decided the field.
    /// </summary>
    public object? Clamped(FrequencyField field, object? value, FrequencyField by, object? cap)
    {
        if (value is null || cap is null || Comparer<object>.Default.Compare(cap, value) >= 0)
        {
            return value;
        }

        var regime = decidedBy.First(pair => pair.Key == by.Name).Value;
        decidedBy[decidedBy.FindIndex(pair => pair.Key == field.Name)] = KeyValuePair.Create(
            field.Name, regime);
        return cap;
    }
}
