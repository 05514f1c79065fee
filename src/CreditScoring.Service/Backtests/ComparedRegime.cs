using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>A regime that can differ, as it is by both laws.</summary>
/// <param name="Before">Null: the law before has no such regime.</param>
/// <param name="After">Null: the one that is proposed has none.</param>
internal sealed record ComparedRegime(string Name, Regime? Before, Regime? After)
{
    /// <summary>Whether they differ in tiers and frequency alone, so that a file is walked once.</summary>
    private bool ByLadder { get; init; }

    /// <summary>Whether a request for repair may ask for a tier: such a file is walked twice.</summary>
    private bool RequestsAsk { get; init; }

    /// <summary>What a visit takes of inspectors' days; null: nobody says.</summary>
    public decimal? PersonDays { get; init; }

    /// <summary>Those that can differ, by name.</summary>
    public static IReadOnlyList<ComparedRegime> Of(RuleReading before, RuleReading after, bool sameEvents) =>
    [
        .. Of(before.Book!, after.Book!, sameEvents)
            .Select(each => sameEvents ? each.WithLadders(before, after) : each),
    ];

    /// <summary>The same of books of which nobody has the texts at hand.</summary>
    public static IReadOnlyList<ComparedRegime> Of(RuleBook before, RuleBook after, bool sameEvents)
    {
        var (was, becomes) = (ByName(before), ByName(after));
        return
        [
            .. was.Keys.Union(becomes.Keys).Order(StringComparer.Ordinal)
                .Select(name => new ComparedRegime(
                    name, was.GetValueOrDefault(name), becomes.GetValueOrDefault(name)))
                .Where(each => !sameEvents || VersionsOf(each.Before) != VersionsOf(each.After)),
        ];
    }

    private static Dictionary<string, Regime> ByName(RuleBook book) =>
        book.Regimes.ToDictionary(each => each.Name, StringComparer.Ordinal);

    private static string VersionsOf(Regime? regime) => string.Join(
        ' ', (regime?.Versions ?? []).Select(each => $"{each.Version}:{each.Hash}"));

    private ComparedRegime WithLadders(RuleReading before, RuleReading after)
    {
        if (Before is null || After is null || After.Slots > Before.Slots
            || !Before.Versions.Select(each => each.Version).SequenceEqual(
                After.Versions.Select(each => each.Version)))
        {
            return this;
        }

        var asks = false;
        foreach (var (was, becomes) in Before.Versions.Zip(After.Versions))
        {
            if (FilesOf(before, was) is not { } one || FilesOf(after, becomes) is not { } other
                || !LadderAlone.Differs(one, other, was, out var requests))
            {
                return this;
            }

            asks |= requests;
        }

        return this with { ByLadder = true, RequestsAsk = asks };
    }

    private static PackFiles? FilesOf(RuleReading reading, RulePack pack) =>
        reading.Packs.FirstOrDefault(each => each.Folder == $"{pack.Regime}/{pack.Version}");

    /// <summary>The standings by both; null: does not stand in the regime.</summary>
    /// <param name="flawed">Whether the file cannot be read by the catalogue before.</param>
    /// <param name="flawedAfter">Or by that of the proposal.</param>
    public (Standing? Was, Standing? Becomes) Judge(
        Docket before, bool flawed, Docket after, bool flawedAfter, DateOnly on)
    {
        if (!flawed && ByLadder && ReferenceEquals(before, after)
            && !(RequestsAsk && before.File.Events.Any(each => each.Kind.Name == RaisedKinds.RepairRequest)))
        {
            try
            {
                return TwoLaws.OfLadders(before, Before!, After!, on);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Which of them it is says each by itself.
            }
        }

        return (Alone(before, Before, flawed, on), Alone(after, After, flawedAfter, on));
    }

    /// <summary>The same, and of the second standing the day on which it changes by itself.</summary>
    public (Standing? Was, Standing? Becomes) JudgeAhead(
        Docket before, bool flawed, Docket after, bool flawedAfter, DateOnly on) => (
        Alone(before, Before, flawed, on), Alone(after, After, flawedAfter, on, ahead: true));

    private static Standing? Alone(
        Docket docket, Regime? regime, bool flawed, DateOnly on, bool ahead = false)
    {
        var subject = docket.File.Subject;
        if (regime is null || !regime.Concerns(subject))
        {
            return null;
        }

        try
        {
            return flawed ? Unreadable.Refused(subject, regime, on, [])
                : !ahead ? TwoLaws.Of(docket, regime, on)
                : Standings.Judge.Of(docket, regime, on).Standing is { Applies: true } standing ? standing
                : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Unreadable.Refused(subject, regime, on, [Unreadable.Fault(subject, fault)]);
        }
    }
}
