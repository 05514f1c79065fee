using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/enterprises: standings by tier, region and regime, a page at a time.</summary>
public static class EnterpriseList
{
    internal static readonly JsonShape<ListedStanding> Shape = new(
        "ListedStanding",
        new("subject", "主体代码", "the subject's id", each => each.Row.Standing.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Row.Standing.Subject.Kind),
        new("name", "名称；null 表示未登记", "its name; null: no profile says one", each => each.Row.Profile.Name)
        {
            MayBeNull = true,
        },
        JsonMember.Texts("formerNames", "曾用名", "its former names",
            (ListedStanding each) => each.Row.Profile.FormerNames),
        new("region", "行政区划代码", "the code of its region", each => each.Row.Standing.Region)
        {
            MayBeNull = true,
        },
        new("industry", "行业代码", "the code of its industry", each => each.Row.Profile.Industry)
        {
            MayBeNull = true,
        },
        new("regime", "监管制度", "the regime", each => each.Row.Standing.Regime),
        new("pack", "规则包版本", "the version in force", each => each.Row.Standing.Pack) { MayBeNull = true },
        new("status", "该版本的性质", "what the version is", each => each.Row.Standing.Status)
        {
            MayBeNull = true,
        },
        new("tier", "等级；null 表示无法评定", "the tier; null: not judged", each => each.Row.Standing.Tier)
        {
            MayBeNull = true,
        },
        new("points", "记分合计", "the sum of points", each => each.Row.Standing.Points),
        new("worseSince", "自何日起由较轻的等级变为现等级；null 表示并非变严",
            "since when it has its tier, if it had a milder one before; null: it had not",
            each => each.Row.WorseSince),
        new("due", "该制度要求的下次检查窗口的末日",
            "the last day of the window of the next inspection that the regime asks for",
            each => each.Row.Due),
        new("revision", "积分台账行数", "rows of the ledger so far", each => each.Row.Standing.Revision),
        new("changesOn", "若无新事件，何日起变化", "the day on which it changes by itself",
            each => each.Row.Standing.ChangesOn),
        new("stale", "是否正在重新评定", "whether it is being assessed again", each => each.Stale));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/enterprises", Get)
        .For(Right.ReadStandings, Extent.List)
        .Says("按等级、地区、行业、名称、记分等列出评定结果",
            "Standings by tier, region, industry, name, points and more, a page at a time",
            "先按制度，再按 sort，然后按主体类型和代码排序；名称按字符编码。stale 表示正在重新评定：当日到期的先行评定，"
                + "至多等待 2 秒。总数见 /v1/enterprises/counts。",
            "In order of regime, then of 'sort', then of kind and subject; names in the order of their code "
                + "points. 'stale' marks what is being assessed again: what turns today is waited for, two "
                + "seconds at most. How many there are is a question of its own: /v1/enterprises/counts.")
        .AnswersList("ListedStandings", Shape).Example("tier", "C,D").Example("sort", "-points");

    private static async Task<Results<Answer<Page<ListedStanding>>, Problem>> Get(
        [AsParameters] ListParameters asked, string? sort, string? after, string? limit,
        StandingLists lists, Shelf shelf, CurrentCaller who)
    {
        var (behind, most) = (default(ListPlace?), 0);
        var (order, down) = (ListOrder.Subject, false);
        var wrong = asked.Read(shelf.Book, out var filter) ?? ListCursor.Order(sort, out order, out down)
            ?? ListCursor.Read(after, order, out behind) ?? Parameters.Limit(limit, out most);
        if (wrong is not null)
        {
            return wrong;
        }

        var page = await lists.PageAsync(
            new ListQuery(filter, most) { Order = order, Descending = down, After = behind },
            who.Caller.Region);
        return Answer.Of(new Page<ListedStanding>(
            page.Items, page.Next is { } next ? ListCursor.Of(next, order) : null, page.Next is not null));
    }
}
