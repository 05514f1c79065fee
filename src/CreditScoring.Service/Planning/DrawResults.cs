using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RandomDraws;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Planning;

/// <summary>How it stands with one visit that a draw asks for.</summary>
/// <param name="Name">What the object is called; null: it has no name.</param>
/// <param name="Result">What came of it.</param>
/// <param name="State">As of today.</param>
public sealed record DrawnResult(ToVisit Visit, string? Name, VisitResult Result, VisitState State);

/// <summary>What came of the visits that a draw asks for, out of the files of its objects.</summary>
public sealed class DrawResults(
    SubjectQuestions questions, PlanDrafting drafting, Shelf shelf, TimeProvider clock)
{
    /// <summary>Whether the rules in use say what a result is.</summary>
    public bool AreTold(RandomDraw draw) => TermsOf(draw) is not null;

    /// <param name="skip">So many of those to be visited are passed over, in the order of the draw.</param>
    public async Task<IReadOnlyList<DrawnResult>> OfAsync(RandomDraw draw, int skip, int limit)
    {
        var (today, profile) = (clock.Today(), TermsOf(draw));
        var results = new List<DrawnResult>();
        foreach (var visit in draw.ToVisit().Skip(skip).Take(limit))
        {
            // A result is a word of the catalogue: whoever looks sees no more of the file.
            var file = await questions.OpenAsync(
                new Subject(DrawLists.Operator, visit.Id), null, Sight.Masked);
            var result = profile is null ? VisitResult.None : VisitResult.Of(
                file.Events, profile, draw.VisitsFrom!.Value, shelf.Book.WorkingDays);
            results.Add(new DrawnResult(
                visit, file.Profile(today).Name, result,
                result.StateOn(today, draw.Header.Visits?.To)));
        }

        return results;
    }

    private PlanProfile? TermsOf(RandomDraw draw) => drafting.Profiles().Values
        .FirstOrDefault(each => each.Draw == draw.Header.Profile && each.Results is not null);
}
