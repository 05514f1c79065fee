using System.Globalization;
using CreditScoring.Documents;
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
/// GET /v1/enterprises/counts: how many standings there are, by tier, region and month;
/// GET /v1/enterprises/migration: how many went from which tier to which between two days.
/// </summary>
public static class CountsResource
{
    private const int MostMonths = 60;
    private const int UsualMonths = 12;

    private static readonly string[] Groups = ["tier", "region", "month"];
    private const string UsualDigits = "2";

    private static readonly JsonShape<StandingCount> CountShape = new(
        "StandingCount",
        new("regime", "监管制度", "the regime", each => each.Regime),
        new("tier", "等级；null 表示无法评定，或未按等级计", "the tier; null: not judged, or not told apart",
            each => each.Tier)
        {
            MayBeNull = true,
        },
        new("region", "行政区划代码的前几位；null 表示不明，或未按地区计",
            "the digits of the region; null: not known, or not told apart", each => each.Region)
        {
            MayBeNull = true,
        },
        new("month", "月份（月末；当月为今日）；null 表示今日",
            "at whose end, the present month as of today; null: as of today", each => each.Month)
        {
            MayBeNull = true,
        },
        new("count", "数目", "how many", each => each.Count));

    private static readonly JsonShape<Migration> MigrationShape = new(
        "Migration",
        new("stoodBefore", "前一日是否在此制度中", "whether they stood in the regime on the first day",
            each => each.Before is not null),
        new("before", "前一日的等级；null 表示无法评定或不在其中", "the tier then; null: not judged, or not in it",
            each => each.Before?.Tier)
        {
            MayBeNull = true,
        },
        new("standsAfter", "后一日是否在此制度中", "whether they stood in it on the second day",
            each => each.After is not null),
        new("after", "后一日的等级；null 表示无法评定或不在其中", "the tier on it; null: not judged, or not in it",
            each => each.After?.Tier)
        {
            MayBeNull = true,
        },
        new("count", "数目", "how many", each => each.Count));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/enterprises/counts", Counts).For(Right.ReadStandings, Extent.List)
            .Says("各等级、地区、月份的数目", "How many standings there are, by tier, region and month",
                "准确数。by 可写 tier、region、month，以逗号分隔；不写则每个制度一个总数。month 为最近 months 个月各月末"
                    + "（当月为今日）按档案所记录的情况，地区按现在所属，只可另用 regime、kind、region。无施行中版本的不计。",
                "Exact. 'by' takes tier, region and month with commas between; without it there is one "
                    + "number a regime. 'month' is the end of each of the last 'months' (the "
                    + "present one as of "
                    + "today), as it was recorded, by the region in which a subject is now; beside it only "
                    + "regime, kind and region may be asked. Where no version is in force nothing is "
                    + "counted.")
            .AnswersList("StandingCounts", CountShape).Example("by", "tier,region").Example("tier", "C,D");
        routes.MapGet("/v1/enterprises/migration", Migrations).For(Right.ReadStandings, Extent.List)
            .Says("两日之间各等级的转移数", "How many went from which tier to which between two days",
                "按档案所记录的两日终了时的情况；to 缺省为今日。",
                "As it was recorded at the end of both days; 'to' is today where it is left out.")
            .AnswersList("Migrations", MigrationShape)
            .Example("regime", "cn/product-quality-points", required: true)
            .Example("from", "2025-01-01", required: true);
    }

    private static async Task<Results<Answer<Page<StandingCount>>, Problem>> Counts(
        [AsParameters] ListParameters asked, string? by, string? digits, string? months,
        StandingCounts counts, Shelf shelf, CurrentCaller who)
    {
        var (groups, last) = (by?.Split(',') ?? [], UsualMonths);
        var wrong = asked.Read(shelf.Book, out var filter)
            ?? groups.Select(each => Parameters.OneOf("by", each, Groups))
                .FirstOrDefault(each => each is not null)
            ?? Months(months, out last)
            ?? (groups.Contains("month") && !(filter.IsOfPlaces && filter is { Tiers.Count: 0, Status: null })
                ? Problems.BadParameter("by", "按月计时只可另用 regime、kind、region",
                    "with month only regime, kind and region may be asked") : null);
        if (wrong is not null)
        {
            return wrong;
        }

        var of = new CountBy(groups.Contains("tier"), !groups.Contains("region") ? null
            : int.Parse(digits ?? UsualDigits, CultureInfo.InvariantCulture));
        return Answer.Of(Whole(groups.Contains("month")
            ? await counts.MonthsAsync(filter, of, last, who.Caller.Region)
            : await counts.NowAsync(filter, of, who.Caller.Region)));
    }

    private static async Task<Results<Answer<Page<Migration>>, Problem>> Migrations(
        string? regime, string? from, string? to, string? region, string? kind, StandingCounts counts,
        Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var (digits, first, second) = (default(string?), default(DateOnly?), default(DateOnly?));
        var wrong = Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))
            ?? Wanted("regime", regime) ?? Wanted("from", from)
            ?? Parameters.Day("from", from, out first) ?? Parameters.Day("to", to, out second)
            ?? Parameters.Region(region, out digits)
            ?? Parameters.OneOf("kind", kind, shelf.Book.Catalogue.SubjectKinds.Select(each => each.Name))
            ?? (first > (second ?? clock.Today())
                ? Problems.BadParameter("from", "不得晚于 to", "not later than 'to'") : null);
        if (wrong is not null)
        {
            return wrong;
        }

        return Answer.Of(Whole(await counts.MigrationAsync(
            new ListFilter { Regime = regime, Kind = kind, Region = digits }, first!.Value,
            second ?? clock.Today(), who.Caller.Region)));
    }

    private static Page<T> Whole<T>(IReadOnlyList<T> items) => new(items, null, More: false);

    private static Problem? Wanted(string name, string? text) =>
        text is null ? Problems.BadParameter(name, "须写明", "it has to be given") : null;

    private static Problem? Months(string? text, out int months)
    {
        months = UsualMonths;
        return text is null || (int.TryParse(
                text, NumberStyles.None, CultureInfo.InvariantCulture, out months)
            && months is >= 1 and <= MostMonths) ? null
            : Problems.BadParameter("months", $"1 至 {MostMonths}", $"from 1 to {MostMonths}");
    }
}
