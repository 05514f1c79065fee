using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/changes: who became worse, who better, and why, since a day.</summary>
public static class ChangesResource
{
    private static readonly string[] Directions =
        [.. Enum.GetNames<Direction>().Select(each => each.ToLowerInvariant())];

    private static readonly JsonShape<ChangeReason> Reason = new(
        "ChangeReason",
        new("what", "怎样", "what became of it", (json, each) => json.WriteValue(each.What))
        {
            Type = JsonType.Words(ChangeReason.Came, ChangeReason.Lapsed, ChangeReason.Reversed),
        },
        new("on", "何日", "on which day", each => each.On),
        new("entry", "条目编号", "the entry", each => each.Row.Row.Booking.Entry),
        new("event", "由哪个事件产生（来源/编号）", "the event it arose from (source/id)",
            each => each.Row.Row.Booking.Event.ToString()),
        new("rule", "所依规则", "the rule that made it", each => each.Row.Row.Booking.Rule),
        new("title", "规则名称；null 表示未写或不在现行规则中",
            "what the rule is called; null: it does not say, or it is in no book",
            (json, each) => WordingJson.WriteOrNull(json, each.Title))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape), MayBeNull = true,
        },
        new("points", "记分", "its points", each => each.Row.Row.Booking.Points.Value),
        new("citation", "条款", "the article", each => each.Row.Row.Booking.Citation) { MayBeNull = true });

    private static readonly JsonShape<StandingChange> State = new(
        "StandingState",
        new("on", "记录于何日", "recorded on which day", each => each.On),
        new("pack", "规则包版本", "the version in force", each => each.Pack) { MayBeNull = true },
        new("tier", "等级；null 表示无法评定或不适用", "the tier; null: not judged, or it does not apply",
            each => each.Tier)
        {
            MayBeNull = true,
        },
        new("points", "记分合计", "the sum of points", each => each.Points));

    private static readonly JsonShape<ChangedStanding> Shape = new(
        "ChangedStanding",
        new("subject", "主体代码", "the subject's id", each => each.Turn.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Turn.Subject.Kind),
        new("name", "名称；null 表示未登记", "its name; null: no profile says one", each => each.Turn.Profile.Name)
        {
            MayBeNull = true,
        },
        new("region", "行政区划代码", "the code of its region", each => each.Turn.Region) { MayBeNull = true },
        new("regime", "监管制度", "the regime", each => each.Turn.After.Regime),
        new("direction", "变严、变轻或其他", "whether it became worse, better, or neither",
            (json, each) => json.WriteValue(Directions[(int)each.Direction]))
        {
            Type = JsonType.Words(Directions),
        },
        JsonMember.Part("before", "该日之前；null 表示不在此制度中",
            "before the day; null: it did not stand in the regime",
            (ChangedStanding each) => each.Turn.Before, State, mayBeNull: true),
        JsonMember.Part("after", "其后", "since", (ChangedStanding each) => each.Turn.After, State),
        new("cause", "最后一次变化的原因", "what the last turn came of", each => each.Turn.After.Cause),
        JsonMember.List("reasons", "自该日起计入、失效或冲销的条目",
            "entries that came, lapsed or were reversed since",
            (ChangedStanding each) => each.Reasons, Reason));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/changes", Get)
        .For(Right.ReadFiles, Extent.List, "changes-read")
        .Says("自某日以来哪些主体变严、哪些变轻，以及原因",
            "Who became worse, who better, and why, since a day",
            "每个主体在每个制度中至多一项：该日之前与现在记录的情况不同的。按最后一次变化的记录先后；"
                + "一页可能不足 limit 项而 next 不为空。原因须有查阅档案的权限。",
            "At most one item a subject and regime: where what is recorded now differs from what was before "
                + "the day. In the order in which their last turns were kept; a page may hold fewer than "
                + "'limit' and have a 'next'. Reasons want the right to read files.")
        .AnswersList("ChangedStandings", Shape).Example("since", "2025-01-01", required: true)
        .Example("direction", "worse");

    private static async Task<Results<Answer<Page<ChangedStanding>>, Problem>> Get(
        string? since, string? regime, string? direction, string? region, string? kind, string? after,
        string? limit, StandingChanges changes, Shelf shelf, CurrentCaller who)
    {
        var (digits, day) = (default(string?), default(DateOnly?));
        var wrong = Parameters.Limit(limit, out var most) ?? Parameters.Region(region, out digits)
            ?? Parameters.Day("since", since, out day)
            ?? (day is null ? Problems.BadParameter("since", "须写明", "it has to be given") : null)
            ?? Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))
            ?? Parameters.OneOf("kind", kind, shelf.Book.Catalogue.SubjectKinds.Select(each => each.Name));
        if (wrong is not null)
        {
            return wrong;
        }

        if (!TryPlace(after, out var place))
        {
            return Parameters.BadAfter;
        }

        var page = await changes.PageAsync(
            new TurnQuery(day!.Value, most) { Regime = regime, Kind = kind, Region = digits, After = place },
            direction is null ? null : (Direction)Array.IndexOf(Directions, direction), who.Caller.Region);
        return Answer.Of(new Page<ChangedStanding>(
            page.Items, page.Next is { } next ? Of(next) : null, page.Next is not null));
    }

    internal static string Of(TurnPlace place) =>
        Parameters.Cursor(Parameters.Position(place.Link), Parameters.Position(place.Position));

    internal static bool TryPlace(string? after, out TurnPlace? place)
    {
        place = null;
        if (after is null)
        {
            return true;
        }

        if (Parameters.Cursor(after) is not [var link, var position]
            || Parameters.Position(link, out var first) is not null
            || Parameters.Position(position, out var second) is not null)
        {
            return false;
        }

        place = new TurnPlace(first, second);
        return true;
    }
}
