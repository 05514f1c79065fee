using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>An announcement as JSON.</summary>
public static class AnnouncementJson
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly JsonShape<ExcludedCount> Excluded = new(
        "DrawExcluded",
        new("reason", "理由", "the reason", each => each.Reason),
        new("count", "户数", "how many", each => each.Count));

    private static readonly JsonShape<Announcement> Population = new(
        "DrawPopulation",
        new("digest", "冻结名单文件的 SHA-256", "SHA-256 of the frozen list", each => $"{each.Population}"),
        new("listed", "名单行数", "lines of the list", each => each.Listed),
        JsonMember.List<Announcement, ExcludedCount>(
            "excluded", "不入名单的，按理由", "those left out, by reason", each => each.Excluded, Excluded));

    private static readonly JsonShape<PlannedStratum> Stratum = new(
        "DrawStratum",
        new("stratum", "层", "the stratum", each => each.Stratum.Name),
        new("share", "抽查比例", "the share", each => each.Stratum.Share.Text),
        new("least", "至少几户", "fewest objects", each => each.Stratum.Least),
        new("most", "至多几户", "most objects", each => (long?)each.Stratum.Most),
        new("population", "参加抽取的户数", "objects in the draw", each => each.Population),
        new("drawn", "应抽户数", "objects to draw", each => each.Drawn),
        new("reserves", "替补户数", "reserves", each => each.Reserves));

    private static readonly JsonShape<Announcement> Rule = new(
        "DrawRule",
        new("profile", "抽取办法", "the profile", each => each.Rule.Profile),
        new("pack", "比例出自的规则包", "the pack that has the shares", each => each.Rule.Pack),
        new("rounding", "取整：up、half-up 或 down", "rounding: up, half-up or down",
            each => DrawWords.Of(DrawWords.Roundings, each.Rule.Rounding)),
        JsonMember.List<Announcement, PlannedStratum>(
            "strata", "各层，按抽取的次序", "the strata in their order", each => each.Plan.Strata, Stratum),
        new("floor", "总比例下限", "least share of all", each => each.Rule.Floor?.Text) { MayBeNull = true },
        new("least", "下限折合户数", "the floor in objects", each => each.Plan.Least),
        new("short", "低于下限几户", "objects below the floor", each => each.Plan.Short),
        new("reserves", "替补比例", "reserves as a share of those drawn", each => each.Rule.Reserves.Text),
        new("inspectors", "每户检查人员数", "inspectors for an object", each => each.Rule.Each),
        new("regions", "检查人员的区域：any 或 around", "regions of inspectors: any or around",
            each => DrawWords.Of(DrawWords.RegionRules, each.Rule.Regions)));

    private static readonly JsonShape<InspectorsFrozen> Inspectors = new(
        "DrawInspectors",
        new("digest", "冻结的人员名录文件的 SHA-256", "SHA-256 of the register", each => $"{each.Register}"),
        new("listed", "人员数", "inspectors in it", each => each.Listed),
        new("from", "检查期间的首日", "the first day of the visits", each => each.Visits.From),
        new("to", "检查期间的末日", "the last day of the visits", each => each.Visits.To));

    private static readonly JsonShape<PublicSource> Public = new(
        "DrawPublicSource",
        new("kind", "公开值的种类：none、drand、lottery、index 或 typed", "none, drand, lottery, index or typed",
            each => DrawWords.Of(DrawWords.PublicKinds, each.Kind)),
        new("name", "名称", "its name", each => each.Name) { MayBeNull = true },
        new("chain", "drand 链的散列", "drand's chain by its hash", each => each.Chain?.Hash)
        {
            MayBeNull = true,
        },
        new("round", "轮次", "the round", each => each.Round),
        new("numbers", "号码个数或小数位数", "how many numbers, or decimals", each => (long?)each.Numbers),
        new("at", "产生的时刻", "when it will be there", each => Written(each.At)) { MayBeNull = true });

    public static readonly JsonShape<Announcement> Shape = new(
        "DrawAnnouncement",
        new("form", "文件格式", "the form of the file", _ => Announcement.Form),
        new("draw", "抽取的文号", "the number of the draw", each => each.Draw),
        new("title", "事项", "what is drawn", each => each.Title),
        new("published", "公布的时刻", "when it is published", each => Written(each.Published)),
        JsonMember.Part<Announcement, Announcement>("population", "名单", "the list", each => each, Population),
        JsonMember.Part<Announcement, Announcement>("rule", "抽取规则", "the rule", each => each, Rule),
        JsonMember.Part<Announcement, InspectorsFrozen>(
            "inspectors", "检查人员", "the inspectors", each => each.Inspectors, Inspectors, mayBeNull: true),
        new("commitment", "密数承诺", "the commitment to the secret", each => $"{each.Commitment}"),
        JsonMember.Part("public", "公开值", "the public value", (Announcement each) => each.Public, Public));

    /// <summary>An instant as it is written, with its offset.</summary>
    public static string? Written(DateTimeOffset? instant) =>
        instant?.ToString(InstantForm, CultureInfo.InvariantCulture);

    /// <summary>An instant from that form alone.</summary>
    public static DateTimeOffset? InstantOf(string? text) =>
        DateTimeOffset.TryParseExact(
            text, InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
        && Written(instant) == text ? instant : null;
}
