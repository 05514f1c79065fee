using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Questions;

/// <summary>
/// A file as the record has it, for questions that the kept standing does not answer.
/// </summary>
/// <param name="flaws">Why some of its events cannot be read; empty: all can.</param>
public sealed class FileView(CreditFile file, RuleBook book, IReadOnlyList<Flaw> flaws)
{
    /// <summary>The one that judges it.</summary>
    public RuleBook Book => book;

    public bool IsEmpty => file.Events.Count == 0 && flaws.Count == 0;

    /// <summary>Assesses on any day; nothing is kept of it.</summary>
    public Assessment Assess(DateOnly day) =>
        flaws.Count > 0 ? Unreadable.Refuse(file.Subject, book, day, flaws)
            : Unreadable.Guard(file.Subject, book, day, () => Assessor.Assess(file, book, day));

    /// <summary>Explains the standing of each regime, or of one.</summary>
    public IReadOnlyList<Explanation> Explain(DateOnly day, string? only) =>
        flaws.Count > 0
            ? [.. Assess(day).Standings.Select(standing => new Explanation(standing))]
            :
            [
                .. book.Regimes.Where(regime => regime.Concerns(file.Subject))
                    .Where(regime => only is null || regime.Name == only)
                    .Select(regime => Explaining.Of(file, regime, day)),
            ];
}
