using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// A version of a regime's rules, its articles in order, each with the rules that rest on it.
/// </summary>
/// <param name="Others">All versions of the regime.</param>
public sealed record RulePackModel(RulePack Pack, IReadOnlyList<RulePack> Others)
{
    private readonly ILookup<Provision?, CitedRule> byArticle =
        CitedRule.AllOf(Pack).ToLookup(rule => Pack.Law.Find(rule.Rule.Citation));

    /// <summary>The articles as law.md has them.</summary>
    public IEnumerable<(Provision Provision, IReadOnlyList<CitedRule> Rules)> Articles =>
        Pack.Law.Provisions.Select(each => (each, (IReadOnlyList<CitedRule>)[.. byArticle[each]]));

    /// <summary>Rules that cite no article.</summary>
    public IReadOnlyList<CitedRule> Uncited => [.. byArticle[null]];
}

/// <summary>A rule and what it is there for.</summary>
public sealed record CitedRule(PackRule Rule, Wording Role)
{
    /// <summary>In the order in which they judge.</summary>
    public static IEnumerable<CitedRule> AllOf(RulePack pack) =>
    [
        .. pack.Points.Select(each => new CitedRule(each, new("记分", "points"))),
        .. pack.Factors.Select(each => new CitedRule(each, new("主体属性", "attribute"))),
        .. pack.Tier.Select(each => new CitedRule(each, new("等级", "tier"))),
        .. pack.Steps.Select(each => new CitedRule(each, new("措施", "step"))),
        .. pack.Duties.Select(each => new CitedRule(each, new("义务", "duty"))),
        .. pack.Repair.Select(each => new CitedRule(each, new("修复", "repair"))),
        .. pack.Frequency.Select(each => new CitedRule(each, new("监管频次", "frequency"))),
    ];
}

/// <summary>/rules: which rules are in force; /rules/pack: one version, articles beside rules.</summary>
public static class RulesPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rules", All).For(Right.ReadRules, Extent.None).AsPage();
        routes.MapGet("/rules/pack", One).For(Right.ReadRules, Extent.None).AsPage();
    }

    public static string AddressOf(RulePack pack) =>
        $"/rules/pack?regime={Uri.EscapeDataString(pack.Regime)}&version={pack.Version}";

    private static PageResult All(Shelf shelf) =>
        Page.Of<RulesView, ShelfState>(new Wording("规则", "Rules"), shelf.State);

    private static IResult One(string? regime, string? version, Shelf shelf, TimeProvider clock)
    {
        if (Parameters.OneOf("regime", regime ?? "", shelf.Book.Regimes.Select(each => each.Name))
            is { } wrong)
        {
            return wrong;
        }

        var versions = shelf.Book.Regimes.First(each => each.Name == regime).Versions;
        if (Parameters.OneOf("version", version, versions.Select(each => each.Version)) is { } unknown)
        {
            return unknown;
        }

        var pack = versions.FirstOrDefault(each => version is null ? each.InForceOn(clock.Today())
            : each.Version == version) ?? versions[^1];
        return Page.Of<RulePackView, RulePackModel>(pack.Manifest.Title, new RulePackModel(pack, versions));
    }
}
