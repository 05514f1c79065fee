using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// GET /enterprises.csv and /enterprises.xlsx: all that fits the conditions of the list, as a table. What is
/// too long is refused and not cut.
/// </summary>
public static class ListExport
{
    /// <summary>Rows; of more the question has to be narrowed.</summary>
    private const int Most = 50_000;

    /// <summary>Rows asked for at once.</summary>
    private const int Portion = 1_000;

    private static readonly ListAnswerShape<ListedStanding> Shape = new(
        Pages.Of("ListedStandings", EnterpriseList.Shape), EnterpriseList.Shape);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/enterprises.{form}", Get)
        .For(Right.ReadStandings, Extent.List, "list-exported").AsPage();

    private static async Task<IResult> Get(
        string form, [AsParameters] ListParameters asked, string? sort, StandingLists lists, Shelf shelf,
        HttpContext context, CurrentCaller who)
    {
        var (order, down) = (ListOrder.Subject, false);
        if ((asked.Read(shelf.Book, out var filter)
            ?? Parameters.OneOf("form", form, ["csv", "xlsx"]) ?? ListCursor.Order(sort, out order, out down))
            is { } wrong)
        {
            return wrong;
        }

        var all = new List<ListedStanding>();
        for (var behind = default(ListPlace?); all.Count == 0 || behind is not null;)
        {
            var page = await lists.PageAsync(
                new ListQuery(filter, Portion) { Order = order, Descending = down, After = behind },
                who.Caller.Region);
            all.AddRange(page.Items);
            behind = page.Next;
            if (all.Count > Most)
            {
                return TooLong;
            }

            if (page.Items.Count == 0)
            {
                break;
            }
        }

        var table = TableOf(all, PageVisit.LanguageOf(context.Request));
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"enterprises.{form}\"";
        return form == "csv" ? Results.Bytes(CsvTable.Write(table), "text/csv; charset=utf-8")
            : Results.Bytes(Workbook.Write(table), Workbook.MediaType);
    }

    /// <summary>
    /// Under heads that people read: what the contract says of each member, up to its first stop.
    /// </summary>
    private static Table TableOf(IReadOnlyList<ListedStanding> all, string language)
    {
        var text = JsonText.Of(json => Shape.Own.Write(json, new(all, null, More: false)));
        return Table.Of(text, Shape) with
        {
            Columns = [.. Shape.Item.Members.Select(each => each.Says.In(language).Split('；', ';', ',')[0])],
        };
    }

    private static Problem TooLong { get; } = new(
        StatusCodes.Status400BadRequest, "export-too-long",
        new Wording($"超过 {Most:N0} 行", $"there are more than {Most:N0} rows"),
        new Wording("按地域或等级分几次导出", "narrow it, by region or tier, and export it in parts"));
}
