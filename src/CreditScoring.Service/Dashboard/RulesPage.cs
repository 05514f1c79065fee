using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// A version of a regime's rules, its articles in order, each with the rules that rest on it.
/// </summary>
/// <param name="Others">All versions of the regime.</param>
/// <param name="Tried">What came of its worked examples; null: it has none.</param>
/// <param name="Hits">How often its rules put an entry into a ledger; null: not for who looks.</param>
public sealed record RulePackModel(
    RulePack Pack, IReadOnlyList<RulePack> Others, TriedCases? Tried, CountedHits? Hits)
{
    private readonly ILookup<Provision?, CitedRule> byArticle =
        CitedRule.AllOf(Pack).ToLookup(rule => Pack.Law.Find(rule.Rule.Citation));

    private readonly ILookup<Provision?, CaseResult> casesByArticle =
        (Tried?.Results ?? []).ToLookup(tried => Pack.Law.Find(tried.Case.Citation));

    /// <summary>The articles as law.md has them.</summary>
    public IEnumerable<(Provision Provision, IReadOnlyList<CitedRule> Rules)> Articles =>
        Pack.Law.Provisions.Select(each => (each, (IReadOnlyList<CitedRule>)[.. byArticle[each]]));

    /// <summary>Rules that cite no article.</summary>
    public IReadOnlyList<CitedRule> Uncited => [.. byArticle[null]];

    /// <summary>The worked examples of an article; null: those that name none.</summary>
    public IReadOnlyList<CaseResult> CasesOf(Provision? provision) => [.. casesByArticle[provision]];
}

/// <summary>All rules in use, and what came of their worked examples.</summary>
/// <param name="Tried">By the folder of the pack; null: they are running still.</param>
public sealed record RulesModel(ShelfState State, IReadOnlyDictionary<string, TriedCases>? Tried);

/// <summary>A rule and what it is there for.</summary>
public sealed record CitedRule(PackRule Rule, Wording Role)
{
    /// <summary>Whether it puts entries into the ledger.</summary>
    public bool Posts { get; init; }

    /// <summary>In the order in which they judge.</summary>
    public static IEnumerable<CitedRule> AllOf(RulePack pack) =>
    [
        .. pack.Points.Select(each => new CitedRule(each, RoleNames.Of("points")) { Posts = true }),
        .. pack.Factors.Select(each => new CitedRule(each, RoleNames.Of("factors"))),
        .. pack.Tier.Select(each => new CitedRule(each, RoleNames.Of("tier"))),
        .. pack.Steps.Select(each => new CitedRule(each, RoleNames.Of("steps"))),
        .. pack.Duties.Select(each => new CitedRule(each, RoleNames.Of("duties"))),
        .. pack.Repair.Select(each => new CitedRule(each, RoleNames.Of("repair"))),
        .. pack.Frequency.Select(each => new CitedRule(each, RoleNames.Of("frequency"))),
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

    /// <summary>The version by which somebody stands where he stands.</summary>
    public static string AddressOf(Explanation explanation) => "/rules/pack?regime="
        + $"{Uri.EscapeDataString(explanation.Standing.Regime)}&version={explanation.Standing.Pack}";

    /// <summary>So long the list waits for the worked examples of a book that is new.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static async Task<IResult> All(Shelf shelf, CasesInUse cases)
    {
        var run = cases.OfAllAsync();
        await Task.WhenAny(run, Task.Delay(Patience));
        return Page.Of<RulesView, RulesModel>(
            new Wording("规则", "Rules"), new RulesModel(shelf.State, run.IsCompleted ? await run : null));
    }

    private static async Task<IResult> One(
        string? regime, string? version, Shelf shelf, CasesInUse cases, RuleHits hits, TimeProvider clock,
        CurrentCaller who)
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
        var count = who.Caller.May(Right.ReadStandings) ? hits.OfAsync(pack.Regime, who.Caller.Region) : null;
        return Page.Of<RulePackView, RulePackModel>(pack.Manifest.Title, new RulePackModel(
            pack, versions, await cases.OfAsync(pack), count is null ? null : await count));
    }
}
