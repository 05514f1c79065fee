using CreditScoring.Law.Books;
using CreditScoring.Law.Language;

namespace CreditScoring.Standings;

/// <summary>
/// Where a subject stands by two laws on a day, without what time will bring: for comparing many subjects.
/// </summary>
public static class TwoLaws
{
    /// <summary>The standing by one of them.</summary>
    /// <returns>Null: it does not stand in the regime.</returns>
    public static Standing? Of(Docket docket, Regime regime, DateOnly on)
    {
        var subject = docket.File.Subject;
        if (!regime.Concerns(subject) || !Applicability.MayApply(docket, regime, on))
        {
            return null;
        }

        try
        {
            var walk = new Walk(regime, subject, LawDayOrder.Heeded(docket, regime));
            walk.To(on);
            return Applying(walk.Standing(on));
        }
        catch (CannotBeJudged why)
        {
            return Judge.Refused(subject, regime, on, why).Standing;
        }
    }

    /// <summary>
    /// The standings by both, where they differ in tiers and frequency alone and nothing else of them asks
    /// for a tier: the file is walked once.
    /// </summary>
    public static (Standing? Was, Standing? Becomes) OfLadders(
        Docket docket, Regime was, Regime becomes, DateOnly on)
    {
        var subject = docket.File.Subject;
        if (!was.Concerns(subject) || !Applicability.MayApply(docket, was, on))
        {
            return (null, null);
        }

        try
        {
            var order = LawDayOrder.Heeded(docket, was, becomes);
            var walk = new Walk(was, subject, order) { Beside = becomes };
            walk.To(on);
            return (Applying(walk.Standing(on)), Applying(walk.StandingBeside(on)));
        }
        catch (CannotBeJudged)
        {
            // By one of them there is no answer, and only each alone can say by which.
            return (Of(docket, was, on), Of(docket, becomes, on));
        }
    }

    private static Standing? Applying(Standing standing) => standing.Applies ? standing : null;
}
