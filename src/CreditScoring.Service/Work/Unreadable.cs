using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Standings;

namespace CreditScoring.Service.Work;

/// <summary>
/// Files that cannot be judged as a whole: no tier in any regime, and the reason.
/// </summary>
public static class Unreadable
{
    public static Assessment Refuse(
        Subject subject, RuleBook book, DateOnly on, IReadOnlyList<Flaw> flaws) => new(
        [
            .. book.Regimes.Where(regime => regime.Concerns(subject))
                .Select(regime => new Judgement(Refused(subject, regime, on, flaws), null)),
        ],
        null);

    /// <summary>
    /// Assesses; a fault of the program in one file stops that file, which says so, and not the
    /// files beside it in the batch.
    /// </summary>
    public static Assessment Guard(
        Subject subject, RuleBook book, DateOnly on, Func<Assessment> assess)
    {
        try
        {
            return assess();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Refuse(subject, book, on, [Fault(subject, fault)]);
        }
    }

    /// <summary>The same in one regime.</summary>
    public static Standing Refused(
        Subject subject, Regime regime, DateOnly on, IReadOnlyList<Flaw> flaws) =>
        new(subject, regime.Name, on)
        {
            Pack = regime.On(on)?.Version,
            Status = regime.On(on)?.Manifest.Status.ToString().ToLowerInvariant(),
            Flaws = flaws,
        };

    /// <summary>That the program failed on it.</summary>
    public static Flaw Fault(Subject subject, Exception fault) => new(
        "assessment-failed", Place.Whole(subject.ToString()),
        new Wording(
            $"评定程序出错（{fault.GetType().Name}）",
            $"the program failed on this file ({fault.GetType().Name}: {fault.Message})"),
        new Wording("请报告此错误；事件已保存，程序修正后自动重新评定",
            "report it; the events are kept, and the standing follows once the program is mended"));
}
