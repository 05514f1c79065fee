using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/rules: the book in use, and why a changed one was not taken.</summary>
public static class RulesResource
{
    /// <summary>A version of a regime's rules.</summary>
    public static readonly JsonShape<RulePack> Pack = new(
        "Pack",
        new("pack", "版本（施行日）", "the version (in force from)", each => each.Version),
        new("status", "性质", "what it is", each => each.Manifest.Status.ToString().ToLowerInvariant())
        {
            Type = JsonType.Words([.. Enum.GetNames<PackStatus>().Select(each => each.ToLowerInvariant())]),
        },
        new("zh", "名称", "its name in Chinese", each => each.Manifest.Title.Zh),
        new("en", "英文名称", "its name in English", each => each.Manifest.Title.En),
        new("repealedFrom", "废止日", "the day from which it is repealed", each => each.Manifest.RepealedFrom),
        new("hash", "哈希", "its hash", each => each.Hash));

    private static readonly JsonShape<Regime> OfRegime = new(
        "RegimeVersions",
        new("regime", "监管制度", "the regime", each => each.Name),
        JsonMember.List("versions", "各版本", "its versions", (Regime each) => each.Versions, Pack));

    private static readonly JsonShape<ShelfState> Shape = new(
        "RuleBook",
        [
            .. JudgedBy.Members.Select(member => member.Within((ShelfState each) => JudgedBy.Of(each.Book))),
            Law<ShelfState>(each => each),
            new("publication", "使其施行的公布；null 表示直接采用文件夹，或尚无规则",
                "the publication that put it in force; null: a folder was taken as it is, "
                    + "or none is in force",
                each => each.Law.Publication)
            {
                MayBeNull = true,
            },
            LedgerJson.Instant<ShelfState>("since", "自何时使用", "since when it is in use", each => each.Since),
            JsonMember.List("regimes", "各监管制度", "the regimes",
                (ShelfState each) => each.Book.Regimes, OfRegime),
            JsonMember.Texts("idle", "未使用的规则文件夹", "folders that are not in use",
                (ShelfState each) => each.Idle),
            JsonMember.List("rejected", "未被采用的更改的错误", "the errors of a change that was not taken",
                (ShelfState each) => each.Rejected, FlawJson.Shape),
            JsonMember.List("notices", "提示", "what is good to know",
                (ShelfState each) => each.Notices, FlawJson.Shape),
        ]);

    /// <summary>By what right the rules are in use.</summary>
    public static JsonMember<T> Law<T>(Func<T, ShelfState> shelf) => new(
        "law", "规则的依据：approved 经另一人批准并公布；carried-over 沿用升级前的规则；folder 直接采用文件夹；awaited 尚无规则",
        "by what right the rules are in use: approved by another person and published; carried-over from "
            + "before the record knew of proposals; a folder taken as it is; or awaited: none is in force",
        each => shelf(each).Law.Code)
    {
        Type = JsonType.Words([.. LawInUse.Codes]),
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/rules", Get)
        .For(Right.ReadRules, Extent.None)
        .Says("使用中的规则册，以及未被采用的更改的错误", "The rule book in use, and the errors of a change that was not taken")
        .Answers(Shape);

    private static Answer<ShelfState> Get(Shelf shelf) => Answer.Of(shelf.State);
}
