using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>What falls due: duties, and windows of inspections.</summary>
/// <param name="State">open, missed; null: both.</param>
/// <param name="Regime">Of the duties; null: any.</param>
/// <param name="Windows">Null: who looks may not see them.</param>
public sealed record TodoModel(
    RuleBook Book, string? State, string? Regime, string? DueBefore, string? Region, bool Overdue,
    DuePage<SubjectDuty> Duties, DuePage<SubjectWindow>? Windows);

/// <summary>GET /todo: duties and windows due, the most urgent first.</summary>
public static class TodoPage
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/todo", Get).For(Right.ReadStandings, Extent.List).AsPage();

    private static async Task<IResult> Get(
        string? state, string? regime, string? dueBefore, string? region, string? overdue, DueLists lists,
        Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var (digits, due) = (default(string?), default(DateOnly?));
        if ((DeskRegion.Read(ref region) ?? Parameters.Region(region, out digits)
            ?? Parameters.OneOf("state", state, ["open", "missed"])
            ?? Parameters.OneOf("overdue", overdue, ApiParameter.Truths)
            ?? Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))
            ?? Parameters.Day("dueBefore", dueBefore, out due)) is { } wrong)
        {
            return wrong;
        }

        var (scope, late, today) = (who.Caller.Region, overdue == "true", clock.Today());
        var duties = await lists.DutiesAsync(
            new DutyQuery(Most) { State = state, Regime = regime, DueBefore = due, Region = digits }, scope);
        var windows = !who.Caller.May(Right.ReadFrequencies) ? null : await lists.WindowsAsync(
            new WindowQuery(Most)
            {
                DueBefore = late && !(due < today) ? today : due, DueFrom = late ? null : today,
                Region = digits,
            },
            scope);
        return Page.Of<TodoView, TodoModel>(new Wording("待办", "To do"), new TodoModel(
            shelf.Book, state, regime, dueBefore, region, late, duties, windows));
    }
}
