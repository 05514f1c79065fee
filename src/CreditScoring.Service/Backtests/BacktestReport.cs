using CreditScoring.Documents;

namespace CreditScoring.Service.Backtests;

/// <summary>What came of a back-test, once everybody is judged; the movers are in the portions.</summary>
/// <param name="Day">On which everybody was judged.</param>
/// <param name="Regimes">Those that can differ, and were judged.</param>
/// <param name="Movers">SHA-256 over all movers, a JSON list a line.</param>
public sealed record BacktestReport(
    DateOnly Day, IReadOnlyList<string> Regimes, BacktestTally Tally, string Movers)
{
    /// <summary>The first day of the period; null: it is of one day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>What came of each day of the period, the first first; of one day there is none.</summary>
    public IEnumerable<BacktestReport> Days => From is not { } from ? []
        : PeriodDays.Of(from, Day).Select(each => this with
        {
            Day = each, From = null, Tally = Tally.Under(PeriodJudge.At, PeriodDays.Told(each)),
        });

    public long Subjects => (long)Tally["subjects"];

    /// <summary>
    /// Subjects that have another tier in some regime, or cannot be judged, or could not be.
    /// </summary>
    public long Moved => (long)Tally["moved"];

    /// <summary>Movers who would differ before the proposal can be in force: always none.</summary>
    public long BeforeTheDay => (long)Tally["before-the-day"];

    /// <summary>How those who are moved spread: over regions, or industries.</summary>
    /// <param name="what">region or industry.</param>
    public IEnumerable<(string Name, long All, long Moved)> Spread(string what) => Tally.Of(what)
        .GroupBy(each => each.Name[0], StringComparer.Ordinal)
        .Select(group => (group.Key, Sum(group, "all"), Sum(group, "moved")));

    private static long Sum(IEnumerable<(string[] Name, decimal Count)> group, string which) =>
        (long)group.Where(each => each.Name[1] == which).Sum(each => each.Count);

    public string Text() => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("day", Day);
        if (From is not null)
        {
            json.Property("from", From);
        }

        json.List("regimes", Regimes, (to, regime) => to.WriteValue(regime));
        json.WritePropertyName("counts");
        Tally.Write(json);
        json.Property("movers", Movers);
        json.WriteEndObject();
    });

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static BacktestReport Read(string text)
    {
        var piece = JsonDocumentReader.Read(new SourceText("report", text), out var broken)
            ?? throw new InvalidDataException($"{broken}");
        return new BacktestReport(
            ObjectReader.DateOf(piece["day"]!)!.Value,
            [.. piece["regimes"]!.Items.Select(each => each.Text!)],
            BacktestTally.Of(piece["counts"]!), piece["movers"]!.Text!)
        {
            From = piece["from"] is { } from ? ObjectReader.DateOf(from) : null,
        };
    }
}
