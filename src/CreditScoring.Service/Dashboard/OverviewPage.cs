using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Dashboard;

/// <summary>Where all stand in one regime, and what turned since a day.</summary>
/// <param name="Since">The last day of the month before.</param>
public sealed record OverviewModel(
    RulePack Pack, IReadOnlyList<RulePack> Regimes, string? Region, DateOnly Since)
{
    /// <summary>By region and tier, as they stand now.</summary>
    public required IReadOnlyList<StandingCount> Counts { get; init; }

    /// <summary>By month and tier, at the end of each of the last months.</summary>
    public required IReadOnlyList<StandingCount> Months { get; init; }

    /// <summary>From the end of that day until now.</summary>
    public required IReadOnlyList<Migration> Moves { get; init; }

    /// <summary>
    /// Who became worse last, without the reasons, of which each look is told; null: not for who looks.
    /// </summary>
    public required IReadOnlyList<ChangedStanding>? Changes { get; init; }

    /// <summary>Windows whose last day has passed; null: not for who looks.</summary>
    public required long? Overdue { get; init; }

    /// <summary>Duties whose last day has passed without their having been done.</summary>
    public required long Missed { get; init; }

    /// <summary>Whether all stand as of today; else some are being assessed again.</summary>
    public required bool CaughtUp { get; init; }

    public TierLadder Ladder => Pack.Manifest.Tiers;

    public long Total => Counts.Sum(each => each.Count);

    public long In(string? tier) => Counts.Where(each => each.Tier == tier).Sum(each => each.Count);

    /// <summary>Of those that moved between tiers, so many went up or down the ladder.</summary>
    public long Moved(bool worse) => Moves.Where(each =>
        Ladder.RankOf(each.Before?.Tier) is >= 0 and var before
        && Ladder.RankOf(each.After?.Tier) is >= 0 and var after
        && (worse ? after > before : after < before)).Sum(each => each.Count);
}

/// <summary>GET /: the first page.</summary>
public static class OverviewPage
{
    private const int LatestChanges = 8;

    private const int MonthsShown = 6;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", Get).For(Right.SeeOneself, Extent.List).AsPage();

    private static async Task<IResult> Get(
        string? regime, string? region, StandingCounts counts, StandingChanges changes, DueLists dues,
        OverviewShares shares, Progress progress, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var caller = who.Caller;
        if (!caller.May(Right.ReadStandings))
        {
            // Who has nothing to do with standings begins with the first door of his own.
            return Results.LocalRedirect(Door.For(caller).FirstOrDefault()?.Path ?? PasswordPage.Path);
        }

        var (today, digits) = (clock.Today(), default(string?));
        var regimes = DeskRegimes.InForce(shelf.Book, today);
        if ((DeskRegion.Read(ref region) ?? Parameters.Region(region, out digits)
            ?? Parameters.OneOf("regime", regime, regimes.Select(each => each.Regime))) is { } wrong)
        {
            return wrong;
        }

        if (regimes.FirstOrDefault(each => regime is null || each.Regime == regime) is not { } pack)
        {
            return DeskRegimes.None;
        }

        return Page.Of<OverviewView, OverviewModel>(
            new Wording("概况", "Overview"),
            await shares.OfAsync(
                new OverviewKey(
                    pack, digits, caller.Region.Digits, today, caller.May(Right.ReadFiles),
                    caller.May(Right.ReadFrequencies)),
                () => ModelAsync(pack, regimes, digits, today, caller, counts, changes, dues)) with
            {
                CaughtUp = progress.CaughtUp,
            });
    }

    /// <summary>Digits of the regions that lie in one: a country has provinces, a province cities.</summary>
    private static int Finer(string digits) => Math.Min(digits.Length + 2, 6);

    private static async Task<OverviewModel> ModelAsync(
        RulePack pack, IReadOnlyList<RulePack> regimes, string? digits, DateOnly today, Caller caller,
        StandingCounts counts, StandingChanges changes, DueLists dues)
    {
        var since = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        var filter = new ListFilter { Regime = pack.Regime, Region = digits };
        var scope = caller.Region;
        return new OverviewModel(pack, regimes, digits, since)
        {
            CaughtUp = false,
            Counts = await counts.NowAsync(
                filter, new CountBy(Tier: true, Finer(scope.Within(digits) ?? "")), scope),
            Months = await counts.MonthsAsync(filter, new CountBy(Tier: true, null), MonthsShown, scope),
            Moves = await counts.MigrationAsync(filter, since, today, scope),
            Changes = !caller.May(Right.ReadFiles) ? null : (await changes.PageAsync(
                new TurnQuery(since.AddDays(1), LatestChanges)
                {
                    Regime = pack.Regime, Region = digits, LastFirst = true,
                },
                Direction.Worse, scope, why: false)).Items,
            Overdue = !caller.May(Right.ReadFrequencies) ? null : await dues.CountAsync(
                new WindowQuery(0) { DueBefore = today, Region = digits }, scope),
            Missed = await dues.CountAsync(
                new DutyQuery(0) { State = "missed", Regime = pack.Regime, Region = digits }, scope),
        };
    }
}
