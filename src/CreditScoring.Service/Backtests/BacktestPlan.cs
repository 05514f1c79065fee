using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Which subjects belong to which portion: laid down once, before the first is judged, so that several
/// workers take portions in any order, and files that come in meanwhile change none of them.
/// </summary>
/// <param name="Ends">The last subject of each portion, the first portion first.</param>
internal sealed record BacktestPlan(IReadOnlyList<Subject> Ends)
{
    /// <summary>Under which it is kept; portions are numbered from the next on.</summary>
    public const long Number = 0;

    public long Portions => Ends.Count;

    /// <summary>Behind which subject a portion begins; null: with the first.</summary>
    public Subject? After(long number) => number == Number + 1 ? null : Ends[(int)(number - Number - 2)];

    public Subject Until(long number) => Ends[(int)(number - Number - 1)];

    public string Packed() => PackedText.Of(JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var each in Ends)
        {
            json.WriteValue(each.Kind);
            json.WriteValue(each.Id);
        }

        json.WriteEndArray();
    }));

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static BacktestPlan Of(string packed)
    {
        var all = PackedText.Read(packed, "plan").Items.Select(each => each.Text!).ToArray();
        return new BacktestPlan([.. all.Chunk(2).Select(each => new Subject(each[0], each[1]))]);
    }
}
