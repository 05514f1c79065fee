using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Supervision;

namespace CreditScoring;

/// <summary>Where a subject stands in every regime on a day, and what follows for its supervision.</summary>
/// <param name="Judgements">One a regime that the subject stands in, by name of the regime.</param>
/// <param name="Recommendation">Null: no regime says anything of its supervision.</param>
public sealed record Assessment(IReadOnlyList<Judgement> Judgements, Recommendation? Recommendation)
{
    public IEnumerable<Standing> Standings => Judgements.Select(judgement => judgement.Standing);
}

/// <summary>
/// The whole story: a credit file, the law and a day give a standing with its reasons. A pure
/// function; not of arrival order, batches, threads, restarts or the clock.
/// </summary>
public static class Assessor
{
    /// <param name="file">The events of one subject, as known.</param>
    /// <param name="book">The law: packs by regime and day.</param>
    /// <param name="on">The day to stand on; later events wait.</param>
    public static Assessment Assess(CreditFile file, RuleBook book, DateOnly on)
    {
        var docket = new Docket(file);
        var judgements = new List<Judgement>();
        foreach (var regime in book.Regimes)
        {
            if (regime.Concerns(file.Subject) && Applicability.MayApply(docket, regime, on)
                && Judge.Of(docket, regime, on) is { Standing.Applies: true } judgement)
            {
                judgements.Add(judgement);
            }
        }

        return Of(judgements);
    }

    /// <summary>The same of a file that was kept open, without reading it from the beginning.</summary>
    public static Assessment Assess(OpenFile file, DateOnly on) => Of(file.Judge(on));

    private static Assessment Of(IReadOnlyList<Judgement> judgements) => new(
        judgements, Recommending.Of([.. judgements.Select(judgement => judgement.Standing)]));
}
