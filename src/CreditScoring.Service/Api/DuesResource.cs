using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/duties: duties that are open or were missed; GET /v1/windows: windows of the next inspections.
/// Both over all subjects, in order of their last days.
/// </summary>
public static class DuesResource
{
    private static readonly string[] States = ["open", "missed"];
    private static readonly Wording BeyondTheCalendar = new(
        "届满日落在尚未录入的那一年的工作日历里，放假安排公布并录入以后才能确定",
        "its last day lies in a year whose working days are not in the calendar yet; it can be said once the "
            + "notice on that year's holidays is out and entered");
    private static readonly JsonShape<(SubjectDuty Of, Wording? Title)> DutyShape = new(
        "SubjectDuty",
        new("subject", "主体代码", "the subject's id", each => each.Of.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Of.Subject.Kind),
        new("name", "名称；null 表示未登记", "its name; null: no profile says one", each => each.Of.Profile.Name)
        {
            MayBeNull = true,
        },
        new("region", "行政区划代码", "the code of its region", each => each.Of.Region) { MayBeNull = true },
        new("regime", "监管制度", "the regime", each => each.Of.Duty.Regime),
        new("duty", "义务", "the duty", each => each.Of.Duty.Name),
        new("title", "义务名称；null 表示未写", "what it is called; null: the rule does not say",
            (json, each) => WordingJson.WriteOrNull(json, each.Title))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape), MayBeNull = true,
        },
        new("of", "义务人：主体或机关", "whose it is: the subject's or the authority's", each => each.Of.Duty.Of),
        new("event", "由哪个事件产生（来源/编号）", "the event it arose from (source/id)",
            each => each.Of.Duty.Event.ToString()),
        new("opens", "自何日起可以履行", "the first day on which it can be fulfilled", each => each.Of.Duty.Opens),
        new("due", "届满日；null 表示没有或不明", "its last day; null: there is none, or it is not known",
            each => each.Of.Duty.Due),
        new("dueUnknown", "届满日为何不明", "why its last day is not known",
            (json, each) => WordingJson.WriteOrNull(json, BeyondTheCalendar))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape), Absent = each => !each.Of.Duty.IsDueUnknown,
        },
        new("state", "状态", "how it stands", (json, each) => json.WriteValue(each.Of.Duty.State))
        {
            Type = JsonType.Words(States),
        });

    private static readonly JsonShape<SubjectWindow> WindowShape = new(
        "SubjectWindow",
        new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Subject.Kind),
        new("name", "名称；null 表示未登记", "its name; null: no profile says one", each => each.Profile.Name)
        {
            MayBeNull = true,
        },
        new("region", "行政区划代码", "the code of its region", each => each.Region) { MayBeNull = true },
        new("industry", "行业代码", "the code of its industry", each => each.Profile.Industry)
        {
            MayBeNull = true,
        },
        new("opens", "窗口首日", "the first day of the window", each => each.Window.Opens),
        new("due", "窗口末日", "the last day of the window", each => each.Window.Due),
        new("regime", "由哪个制度决定末日", "the regime that decided the last day", each => each.Window.Regime)
        {
            MayBeNull = true,
        },
        new(FrequencyField.Priority.Name, "必须检查还是可以检查", "whether it must or may be inspected",
            each => each.Window.Priority)
        {
            MayBeNull = true,
        },
        new(FrequencyField.TimesPerYear.Name, "每年检查几次", "inspections a year",
            each => each.Window.TimesPerYear));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/duties", Duties).For(Right.ReadStandings, Extent.List)
            .Says("未履行的义务，按届满日", "Duties that are open or were missed, by their last day",
                "届满日尚不能确定的在后，没有届满日的在最后。",
                "Those whose last day is not known yet come after all others, those without one last.")
            .AnswersList("SubjectDuties", DutyShape).Example("state", "open");
        routes.MapGet("/v1/windows", Windows).For(Right.ReadFrequencies, Extent.List)
            .Says("下次检查的窗口，按末日", "Windows of the next inspections, by their last day",
                "每个主体一项，取各制度中最严的，与 /v1/recommendations 相同。overdue 为 true 时只列末日已过的。",
                "One a subject, the strictest of all regimes, as in /v1/recommendations. With 'overdue' true "
                    + "only those whose last day has passed.")
            .AnswersList("SubjectWindows", WindowShape);
    }

    private static async Task<Results<Answer<Page<(SubjectDuty, Wording?)>>, Problem>> Duties(
        string? state, string? dueBefore, string? regime, string? region, string? kind, string? after,
        string? limit, DueLists lists, Shelf shelf, CurrentCaller who)
    {
        var (digits, due, place) = (default(string?), default(DateOnly?), default(DutyPlace?));
        var wrong = Parameters.Limit(limit, out var most) ?? Parameters.Region(region, out digits)
            ?? Parameters.Day("dueBefore", dueBefore, out due)
            ?? Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))
            ?? Parameters.OneOf("kind", kind, shelf.Book.Catalogue.SubjectKinds.Select(each => each.Name))
            ?? DutyAfter(after, out place);
        if (wrong is not null)
        {
            return wrong;
        }

        var page = await lists.DutiesAsync(
            new DutyQuery(most)
            {
                State = state, DueBefore = due, Regime = regime, Kind = kind, Region = digits, After = place,
            },
            who.Caller.Region);
        return Answer.Of(new Page<(SubjectDuty, Wording?)>(
            [.. page.Items.Select(each => (each, TitleOf(each.Duty, shelf.Book)))],
            page.More ? Of(page.Items[^1].Place) : null, page.More));
    }

    private static async Task<Results<Answer<Page<SubjectWindow>>, Problem>> Windows(
        string? opensBefore, string? dueBefore, string? overdue, string? region, string? kind, string? after,
        string? limit, DueLists lists, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var (digits, opens) = (default(string?), default(DateOnly?));
        var (due, place) = (default(DateOnly?), default(WindowPlace?));
        var wrong = Parameters.Limit(limit, out var most) ?? Parameters.Region(region, out digits)
            ?? Parameters.Day("opensBefore", opensBefore, out opens)
            ?? Parameters.Day("dueBefore", dueBefore, out due)
            ?? Parameters.OneOf("kind", kind, shelf.Book.Catalogue.SubjectKinds.Select(each => each.Name))
            ?? WindowAfter(after, out place);
        if (wrong is not null)
        {
            return wrong;
        }

        var today = clock.Today();
        var page = await lists.WindowsAsync(
            new WindowQuery(most)
            {
                OpensBefore = opens, Kind = kind, Region = digits, After = place,
                DueBefore = overdue == "true" && !(due < today) ? today : due,
                DueFrom = overdue == "false" ? today : null,
            },
            who.Caller.Region);
        return Answer.Of(new Page<SubjectWindow>(
            page.Items, page.More ? Of(page.Items[^1].Place) : null, page.More));
    }

    /// <summary>As the latest version calls it that has the duty.</summary>
    internal static Wording? TitleOf(KeptDuty duty, RuleBook book) => book.Regimes
        .FirstOrDefault(each => each.Name == duty.Regime)?.Versions.Reverse()
        .SelectMany(each => each.Duties).FirstOrDefault(each => each.Name == duty.Name)?.Title;

    private static string Of(DutyPlace place) => Parameters.Cursor(
        Day(place.Due), place.Subject.Kind, place.Subject.Id, place.Regime,
        place.Number.ToString(CultureInfo.InvariantCulture));

    private static string Of(WindowPlace place) =>
        Parameters.Cursor(Day(place.Due), place.Subject.Kind, place.Subject.Id);

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static Problem? DutyAfter(string? text, out DutyPlace? place)
    {
        place = null;
        if (text is null)
        {
            return null;
        }

        if (Parameters.Cursor(text) is not [var day, var kind, var id, var regime, var number]
            || Parameters.Day("after", day.Length == 0 ? null : day, out var due) is not null
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return Parameters.BadAfter;
        }

        place = new DutyPlace(due, new Subject(kind, id), regime, at);
        return null;
    }

    private static Problem? WindowAfter(string? text, out WindowPlace? place)
    {
        place = null;
        if (text is null)
        {
            return null;
        }

        if (Parameters.Cursor(text) is not [var day, var kind, var id]
            || Parameters.Day("after", day, out var due) is not null)
        {
            return Parameters.BadAfter;
        }

        place = new WindowPlace(due!.Value, new Subject(kind, id));
        return null;
    }
}
