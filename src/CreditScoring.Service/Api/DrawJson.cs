using CreditScoring.Documents;
using CreditScoring.Draws.Proofs;
using CreditScoring.Planning;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Api;

/// <summary>Random draws as answers.</summary>
internal static class DrawJson
{
    private static readonly JsonShape<DrawStep> Step = new(
        "DrawStep",
        new("state", "办理结果", "what was done", each => Word(each.State)),
        new("by", "何人", "who", each => each.By),
        LedgerJson.Instant<DrawStep>("at", "何时", "when", each => each.At),
        new("said", "理由或替换", "why, or what was replaced", each => each.Said) { MayBeNull = true },
        new("otherPerson", "是否确知为编制人以外的人", "whether it is known that this is another person",
            each => each.IsApart));

    private static readonly JsonShape<KeyValuePair<string, int>> Count = new(
        "DrawCount",
        new("of", "层，或不入名单的理由", "a stratum, or a reason to be left out", each => each.Key),
        new("count", "户数", "objects", each => (long)each.Value));

    private static readonly JsonShape<ToVisit> Visit = new(
        "DrawnVisit",
        new("id", "主体代码", "the object's id", each => each.Id),
        new("stratum", "层", "its stratum", each => each.Stratum),
        JsonMember.Texts("inspectors", "检查人员编号", "its inspectors by id", (ToVisit each) => each.Inspectors),
        new("insteadOf", "所替换的主体", "the object in whose place it is", each => each.InsteadOf)
        {
            Absent = each => each.InsteadOf is null,
        });

    /// <summary>How it stands with one visit.</summary>
    public static readonly JsonShape<DrawnResult> Result = new(
        "DrawnResult",
        [
            new("id", "主体代码", "the object's id", each => each.Visit.Id),
            new("name", "名称", "its name", each => each.Name) { MayBeNull = true },
            new("stratum", "层", "its stratum", each => each.Visit.Stratum),
            JsonMember.Texts(
                "inspectors", "检查人员编号", "its inspectors by id",
                (DrawnResult each) => each.Visit.Inspectors),
            .. VisitResultJson.Of<DrawnResult>(each => each.State, each => each.Result),
        ]);

    private static readonly JsonMember<RandomDraw>[] Heads =
    [
        new("id", "编号", "its id", each => each.Id),
        new("state", "状态", "how it stands", each => Word(each.State)),
        new("number", "文号", "its number", each => each.Header.Number),
        new("title", "事项", "what is drawn", each => each.Header.Title),
        new("profile", "抽取办法", "the profile", each => each.Header.Profile),
        new("regime", "以其等级分层的制度", "whose tiers are the strata", each => each.Header.Regime),
        new("region", "行政区划代码，空为全部", "the digits of its region; empty: all", each => each.Header.Region),
        new("visitsFrom", "检查期间首日", "first day of the visits", each => each.Header.Visits?.From)
        {
            MayBeNull = true,
        },
        new("visitsTo", "检查期间末日", "last day of the visits", each => each.Header.Visits?.To)
        {
            MayBeNull = true,
        },
        new("madeOn", "等级截至何日", "the day of the tiers", each => each.Header.MadeOn),
        new("book", "所依规则的哈希", "the hash of the rules", each => each.Header.Book),
        new("list", "名单的 SHA-256", "SHA-256 of the frozen list", each => $"{each.Header.List}"),
        new("listed", "名单行数", "lines of the list", each => (long)each.Header.Listed),
        JsonMember.List(
            "strata", "各层户数", "objects by stratum", (RandomDraw each) => each.Header.Strata, Count),
        JsonMember.List(
            "excluded", "不入名单的户数", "objects that are left out, by reason",
            (RandomDraw each) => each.Header.Excluded, Count),
        new("by", "编制人", "who prepared it", each => each.By),
        LedgerJson.Instant<RandomDraw>("at", "何时", "when", each => each.At),
        JsonMember.List("steps", "办理经过", "what was done", (RandomDraw each) => each.Steps, Step),
    ];

    /// <summary>What a list says of a draw.</summary>
    public static readonly JsonShape<RandomDraw> Head = new("RandomDrawHead", Heads);

    /// <summary>The whole of it.</summary>
    public static readonly JsonShape<RandomDraw> Whole = new(
        "RandomDraw",
        [
            .. Heads,
            JsonMember.Part<RandomDraw, Announcement>(
                "announcement", "公告", "what was published before it", each => each.Announced,
                AnnouncementJson.Shape, mayBeNull: true),
            JsonMember.List(
                "visits", "应检查的主体，替换以后", "who is to be visited, after all replacements",
                (RandomDraw each) => each.ToVisit(), Visit),
        ]);

    internal static string Word(VisitState state) => state switch
    {
        VisitState.Awaited => "awaited",
        VisitState.Late => "late",
        VisitState.Unpublished => "unpublished",
        VisitState.PublicationLate => "publication-late",
        _ => "published",
    };

    public static string Word(DrawState state) => state switch
    {
        DrawState.Prepared => "prepared",
        DrawState.Announced => "announced",
        DrawState.Drawn => "drawn",
        _ => "withdrawn",
    };
}
