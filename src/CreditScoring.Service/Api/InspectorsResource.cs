using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.RandomDraws;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/inspectors: the register of inspectors (检查人员名录库), listed and entered as the page does it.
/// </summary>
public static class InspectorsResource
{
    private const string Path = "/v1/inspectors";

    /// <summary>Characters of a body: a table, or a workbook in base64, and what stands around it.</summary>
    private const int LongestBody = (InspectorTable.Longest * 4 / 3) + 10_000;

    private static readonly JsonShape<Absence> AbsenceShape = new(
        "InspectorAbsence",
        new("from", "首日", "first day", each => each.From), new("to", "末日", "last day", each => each.To));

    private static readonly JsonShape<Inspector> Shape = new(
        "Inspector",
        new("id", "编号", "his id", each => each.Id),
        new("unit", "单位，可空", "where he belongs; may be empty", each => each.Unit),
        new("region", "行政区划代码，空为不限", "the digits of his region; empty: any", each => each.Region),
        JsonMember.Texts<Inspector>("qualifications", "资格", "what he may do", each => each.Qualifications),
        JsonMember.List<Inspector, Absence>(
            "absences", "请假", "when he is away", each => each.Absences, AbsenceShape),
        JsonMember.Texts<Inspector>(
            "avoids", "要回避的主体", "to whom he must not go",
            each => [.. each.Avoids.Order(StringComparer.Ordinal)]));

    private static readonly JsonShape<EnteredRegister> Entered = new(
        "InspectorRegister",
        new("inspectors", "人数", "how many they are", each => (long)each.Register.All.Count),
        new("digest", "名录的 SHA-256，与抽取公告中的相同",
            "SHA-256 of the register, as announcements of draws name it", each => $"{each.Register.Digest}"),
        new("by", "何人录入", "who entered it", each => each.By),
        LedgerJson.Instant<EnteredRegister>("at", "何时", "when", each => each.At));

    private static readonly TakenBody Table = TakenBody.Object(
        """{"table":"编号,单位,区域,资格,请假,回避\nA0417,稽查一科,3501,食品,2027-01-04/2027-01-08,"}""", [],
        TakenBody.Member("table",
            "整个名录：CSV 或制表符分栏的文本，第一行可写栏名 · the whole register: CSV, or text with tabs; "
                + "its first row may name the columns"),
        TakenBody.Member("workbook",
            "或 XLSX 工作簿，base64；二者取一 · or a workbook (XLSX) in base64; one of the two"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).For(Right.ReadPlans, Extent.Whole)
            .Says("检查人员名录", "The register of inspectors",
                "现行的整个名录，按编号；没有录入时为空。", "All who are registered now, by id; none: none was entered.")
            .AnswersList("Inspectors", Shape);
        routes.MapPost(Path, Enter).For(Right.MakePlans, Extent.Whole)
            .Says("录入整个检查人员名录", "Enter the whole register of inspectors",
                "以前的仍在审计记录中；有一处不对就全不录入。姓名、证件号码不收。",
                "What was before stays in the audit trail; with one flaw nothing is entered. "
                    + "No names, no identity numbers.")
            .Takes(Table).Answers(Entered).AlsoAnswers(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Answer<Page<Inspector>>, Problem>> List(
        string? limit, string? after, InspectorRoll inspectors)
    {
        var skip = 0L;
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Position(after, out skip)) is { } wrong)
        {
            return wrong;
        }

        var all = (await inspectors.CurrentAsync())?.Register.All ?? [];
        var next = Math.Min(skip, all.Count) + most;
        var more = next < all.Count;
        return Answer.Of(new Page<Inspector>(
            [.. all.Skip((int)(next - most)).Take(most)], more ? Parameters.Position(next) : null, more));
    }

    private static async Task<Results<Answer<EnteredRegister>, Problem>> Enter(
        HttpRequest request, InspectorRoll inspectors, CurrentCaller who, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var body = await ShortBody.ReadAsync(request, gone, LongestBody);
        if (ShortBody.Object(body, flaws) is not { } reader)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (table, workbook) = (reader.Text("table"), reader.Text("workbook"));
        reader.Close();
        if (flaws.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        if (table is null == workbook is null)
        {
            return Problems.BadParameter(
                "table", "写 table 或 workbook，二者取一", "write 'table' or 'workbook', one of them");
        }

        var lines = table is not null ? InspectorTable.Lines(table, flaws) : Lines(workbook!, flaws);
        IReadOnlyList<Flaw> wrong =
            flaws.Count > 0 ? flaws : await inspectors.EnterAsync(lines, who.Caller);
        return wrong.Count > 0 ? Told(wrong) : Answer.Of(Of((await inspectors.CurrentAsync())!.Value));
    }

    private static IReadOnlyList<string> Lines(string workbook, List<Flaw> flaws)
    {
        var octets = new byte[workbook.Length];
        return Convert.TryFromBase64String(workbook, octets, out var length)
            ? InspectorTable.Lines(octets[..length], isWorkbook: true, flaws)
            : InspectorTable.Lines([], isWorkbook: true, flaws);
    }

    private static EnteredRegister Of((InspectorRegister Register, Ports.KeptAct Entry) roll) =>
        new(roll.Register, roll.Entry.Act.Actor, roll.Entry.RecordedAt);

    /// <summary>The first flaw with its place, and how many more there are.</summary>
    private static Problem Told(IReadOnlyList<Flaw> flaws)
    {
        var (first, more) = (flaws[0], flaws.Count - 1);
        return Problem.Of(
            StatusCodes.Status422UnprocessableEntity,
            more == 0 ? first : first with
            {
                What = new Wording(
                    $"{first.What.Zh}（另有 {more} 处）", $"{first.What.En} (and {more} more)"),
            });
    }

    /// <summary>The register as it was entered last, by whom and when.</summary>
    internal sealed record EnteredRegister(InspectorRegister Register, string By, DateTimeOffset At);
}
