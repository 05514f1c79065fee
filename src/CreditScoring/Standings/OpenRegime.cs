using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;

namespace CreditScoring.Standings;

/// <summary>
/// A file kept open in one regime: what it was judged last, which stands until something comes that can make
/// a difference there; of a long file also the order and state to go on from.
/// </summary>
internal sealed class OpenRegime(Regime regime, Subject subject)
{
    private OpenOrder? order;
    private Judgement? judged;

    /// <summary>Takes note of events that have arrived; the docket has them already.</summary>
    /// <param name="isLong">Whether the file is worth an order and a state of its own.</param>
    public void Add(IReadOnlyList<RegulatoryEvent> arrived, Docket docket, bool isLong)
    {
        if (isLong)
        {
            order ??= new OpenOrder(regime, subject);
            judged = order.Add(arrived, docket) ? null : judged;
        }
        else
        {
            judged = judged is { Begins: { } first } && MakeNoDifference(arrived, docket, first)
                ? judged : null;
        }
    }

    public Judgement Judge(Docket docket, DateOnly on) =>
        judged is { } known && known.Standing.On == on ? known
        : judged = order?.Judge(docket, on) ?? Standings.Judge.Of(docket, regime, on);

    private bool MakeNoDifference(IReadOnlyList<RegulatoryEvent> arrived, Docket docket, DateOnly first)
    {
        if (arrived.Any(each =>
            regime.Heeds(each.Kind) || each.ActsOn is not null || IsAwaited(each, docket.File)))
        {
            return false;
        }

        try
        {
            var scene = LawDayOrder.SceneOf(docket.File, regime);
            var same = arrived.All(each =>
                LawDayOrder.Dated(docket, each, null, false, regime, scene) is var dated
                && !dated.Matters(regime) && dated.Happening.From >= first);
            regime.Seconding?.Count(scene);
            return same;
        }
        catch (CannotBeJudged)
        {
            return false;
        }
    }

    private static bool IsAwaited(RegulatoryEvent each, CreditFile file) =>
        file.Events.Any(known => known.ActsOn == each.Id);
}
