using System.Globalization;
using System.Text;
using System.Text.Json;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Demo;

/// <summary>
/// What a supervisor sees first: how many stand in each tier, and whom to inspect next.
/// </summary>
public static class DemoReport
{
    private const int Shown = 10;

    public static async Task<string> OfAsync(
        IRecordQuestions record, DateOnly today, string persons, DemoDoors doors)
    {
        var standings = await record.StandingsAsync(new StandingQuery(int.MaxValue));
        var feed = await record.FeedAsync(0, int.MaxValue);
        var text = new StringBuilder("\n");
        Tiers(text, standings);
        var visits = feed.Select(item => Visit.Of(item.Json)).GroupBy(visit => visit.Subject)
            .Select(told => told.Last()).Where(visit => visit.Due is not null).ToList();
        Visits(text, visits, today);
        text.Append(persons);
        Doors(text, doors, visits, standings);
        return text.ToString();
    }

    private static void Tiers(StringBuilder text, IReadOnlyList<KeptStanding> standings)
    {
        var table = new TextTable("制度 regime", "状态 status", "等级 tier", ">企业 enterprises");
        foreach (var tier in standings.GroupBy(each => (each.Regime, each.Status, each.Tier))
            .OrderBy(group => group.Key.Regime).ThenBy(group => group.Key.Tier))
        {
            table.Add(
                tier.Key.Regime, tier.Key.Status ?? "-", tier.Key.Tier ?? "? (not judged 未能评定)",
                tier.Count().ToString("N0", CultureInfo.InvariantCulture));
        }

        text.AppendLine("Tiers today / 今日等级").Append(table).AppendLine();
    }

    private static void Visits(StringBuilder text, List<Visit> visits, DateOnly today)
    {
        var overdue = visits.Count(visit => visit.Due < today);
        var table = new TextTable(
            "主体 subject", "等级 tier", "开始 opens", "截止 due", ">抽查 share", "方式 method");
        foreach (var visit in visits.Where(visit => visit.Due >= today)
            .OrderBy(visit => visit.Due).ThenBy(visit => visit.Subject, StringComparer.Ordinal)
            .Take(Shown))
        {
            table.Add(
                visit.Subject, visit.Tiers, Day(visit.Opens), Day(visit.Due),
                visit.Share?.ToString("0.##%", CultureInfo.InvariantCulture) ?? "-",
                visit.Method ?? "-");
        }

        text.AppendLine(CultureInfo.InvariantCulture,
                $"Next inspections due / 即将到期的检查 ({overdue:N0} overdue / 已逾期 {overdue:N0})")
            .Append(table).AppendLine();
    }

    private static void Doors(
        StringBuilder text, DemoDoors doors, List<Visit> visits, IReadOnlyList<KeptStanding> standings)
    {
        var worst = standings.Where(each => each.Tier is not null)
            .OrderByDescending(each => each.Tier, StringComparer.Ordinal)
            .ThenByDescending(each => each.Points).Select(each => each.Subject.Id)
            .FirstOrDefault() ?? visits[0].Subject;
        text.AppendLine("Try / 试一试")
            .AppendLine($"  {doors.Url}/   in a browser / 在浏览器中打开")
            .AppendLine(doors.Ask($"/v1/enterprises/{worst}"))
            .AppendLine(doors.Ask($"/v1/enterprises/{worst}/explanation"))
            .AppendLine(doors.Ask("/v1/enterprises?tier=D&region=44&limit=5"))
            .AppendLine(doors.Ask("/v1/recommendations?after=0&limit=5"))
            .AppendLine(doors.SignIn)
            .AppendLine($"\nServing on {doors.Url}; Ctrl-C stops. / 服务运行中，Ctrl-C 结束。");
    }

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>The part of a recommendation that the table shows.</summary>
    private sealed record Visit(
        string Subject, string Tiers, DateOnly? Opens, DateOnly? Due, decimal? Share,
        string? Method)
    {
        public static Visit Of(string json)
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var frequency = root.GetProperty("frequency");
            return new Visit(
                root.GetProperty("subject").GetString()!,
                string.Join(' ', root.GetProperty("tier").EnumerateObject()
                    .Select(tier => tier.Value.GetString() ?? "?")),
                DayOf(Field(FrequencyField.Opens)), DayOf(Field(FrequencyField.Due)),
                Field(FrequencyField.SamplingShare) is { ValueKind: JsonValueKind.Number } share
                    ? share.GetDecimal() : null,
                Field(FrequencyField.Method).GetString());

            JsonElement Field(FrequencyField field) => frequency.GetProperty(field.Name);
        }

        private static DateOnly? DayOf(JsonElement day) => day.GetString() is { } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }
}
