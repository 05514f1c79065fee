using CreditScoring.Documents;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Cases;
using CreditScoring.Law.Packs;

namespace CreditScoring.Service.Api;

/// <summary>Proposals of the law as answers say them.</summary>
internal static class ProposalJson
{
    private static readonly JsonShape<Remark> OfRemark = new(
        "Remark",
        new("by", "何人", "who", each => each.By),
        LedgerJson.Instant<Remark>("at", "何时", "when", each => each.At),
        new("text", "意见", "what was said", each => each.Text));

    public static readonly JsonShape<Proposal> Shape = new(
        "Proposal",
        [
            new("id", "编号，也是公布编号", "its id, and that of its publication", each => each.Id),
            new("title", "标题", "its title", each => each.Title),
            new("state", "状态", "how far it has come", each => ProposalWords.CodeOf(each.State))
            {
                Type = JsonType.Words([.. ProposalWords.Codes]),
            },
            new("kind", "change 起草；rollback 恢复；carried-over 沿用",
                "somebody wrote it (change), it was in force before (rollback), or in use before the record "
                    + "knew of proposals (carried-over)", each => ProposalWords.CodeOf(each.Kind))
            {
                Type = JsonType.Words("change", "rollback", "carried-over"),
            },
            new("content", "全部文件的哈希，按此批准", "the hash of all its files, by which it is approved",
                each => each.Content),
            Text("book", "规则册的哈希；null 表示有错误", "the hash of the rule book; null: it has errors",
                each => each.Book.Length == 0 ? null : each.Book),
            Text("base", "起草时的规则；null 表示当时没有", "the law it was written upon; null: none was",
                each => each.Base.Length == 0 ? null : each.Base),
            new("reason", "理由", "why", each => each.Reason),
            JsonMember.Texts("authors", "起草人", "who wrote it", (Proposal each) => each.Authors),
            LedgerJson.Instant<Proposal>("draftedAt", "起草时间", "when it was written", each => each.DraftedAt),
            Text("approvedBy", "批准人", "who approved it", each => each.ApprovedBy),
            Text("publishedBy", "公布人", "who published it", each => each.PublishedBy),
            new("from", "施行日", "from which day on it is to be in force", each => each.From),
            Text("inForceAt", "开始施行的时间", "when it came into force",
                each => each.InForceAt is { } at ? Hosting.InstantText.Of(at) : null),
            JsonMember.List("remarks", "意见", "what was said of it", (Proposal each) => each.Remarks,
                OfRemark),
        ]);

    private static readonly JsonShape<Provision> OfArticle = new(
        "ArticleText",
        new("anchor", "锚点", "its anchor", each => each.Anchor),
        new("article", "条", "the heading", each => each.Article),
        new("words", "条文内容", "what it says", each => each.Words));

    private static readonly JsonShape<ArticleChange> OfChange = new(
        "LawChange",
        new("path", "何处", "what it is", each => each.Change.Path),
        Text<ArticleChange>("was", "原为；null 表示新增", "as it was; null: added", each => each.Change.Was),
        Text<ArticleChange>("becomes", "改为；null 表示删去", "as it becomes; null: removed",
            each => each.Change.Becomes),
        JsonMember.Part("articleWas", "原条文", "the article as it was",
            (ArticleChange each) => each.Was, OfArticle, mayBeNull: true),
        JsonMember.Part("articleBecomes", "现条文", "the article as it becomes",
            (ArticleChange each) => each.Becomes, OfArticle, mayBeNull: true));

    private static readonly JsonShape<PackChange> OfPack = new(
        "PackChange",
        new("folder", "规则文件夹", "the folder of the pack", each => each.Folder),
        Text<PackChange>("against", "与何比较；null 表示全新", "with which it is compared; null: it is all new",
            each => each.Against),
        new("removed", "是否删去", "whether it is removed", each => each.IsRemoved),
        JsonMember.List("changes", "各处差异", "what it says otherwise", (PackChange each) => each.Changes,
            OfChange));

    private static readonly JsonShape<CaseResult> OfCase = new(
        "CaseFailed",
        new("case", "算例", "the worked example", each => each.Case.Name),
        new("place", "位置", "where it is", each => $"{each.Case.Place}"),
        JsonMember.Texts("differences", "差异", "what came out otherwise", (CaseResult each) =>
            each.Differences.Select(
                one => $"{one.On:yyyy-MM-dd} {one.Path}: {one.Expected} <> {one.Actual}")));

    public static readonly JsonShape<LawTrial> OfTrial = new(
        "LawTrial",
        new("content", "全部文件的哈希", "the hash of all its files", each => each.Content),
        new("sound", "能否送审", "whether it can be proposed", each => each.IsSound),
        JsonMember.List("errors", "错误", "its errors", (LawTrial each) => each.Errors, FlawJson.Shape),
        new("cases", "运行的算例数", "how many worked examples were run", each => (long)each.Cases),
        JsonMember.List("failed", "不符的算例", "those that failed", (LawTrial each) => each.Failed, OfCase),
        JsonMember.List("packs", "有改动的规则包", "packs that differ",
            (LawTrial each) => each.Comparison.Packs, OfPack),
        JsonMember.Texts("files", "其他有改动的文件", "other files that differ",
            (LawTrial each) => each.Comparison.Files));

    private static JsonMember<Proposal> Text(
        string name, string zh, string en, Func<Proposal, string?> value) =>
        Text<Proposal>(name, zh, en, value);

    private static JsonMember<T> Text<T>(string name, string zh, string en, Func<T, string?> value) =>
        new(name, zh, en, value) { MayBeNull = true };
}
