using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Backtests;

/// <summary>How far a shadow has come, and how all that are in it stand.</summary>
/// <param name="Followed">Null: it has not begun.</param>
/// <param name="Behind">So many changes of the record are not in it yet, or some.</param>
public sealed record ShadowView(
    Shadow Shadow, ShadowState State, ShadowProgress? Followed, long Behind,
    IReadOnlyList<ShadowCount> Counts)
{
    public long Subjects => Counts.Sum(each => each.Subjects);

    /// <summary>Those with another tier, or who cannot be judged, or could not be.</summary>
    public long Moved => Counts.Where(each => each.Before != each.After).Sum(each => each.Subjects);

    public long PointsOnly => Counts.Sum(each => each.PointsOnly);

    /// <summary>From which tier to which, by regime.</summary>
    public IEnumerable<(string Regime, string Before, string After, long Subjects)> Tiers => Counts
        .GroupBy(each => (each.Regime, each.Before, each.After))
        .Select(group => (
            group.Key.Regime, group.Key.Before, group.Key.After, group.Sum(each => each.Subjects)));

    /// <summary>By place: how many are in it, and how many of them are moved.</summary>
    public IEnumerable<(string Name, long All, long Moved)> Regions => Counts
        .GroupBy(each => each.Place ?? "-", StringComparer.Ordinal)
        .OrderBy(each => each.Key, StringComparer.Ordinal)
        .Select(group => (
            group.Key, group.Sum(each => each.Subjects),
            group.Where(each => each.Before != each.After).Sum(each => each.Subjects)));
}

/// <summary>What may be asked of a shadow.</summary>
public sealed class ShadowQuestions(IShadowRecord record, TimeProvider clock)
{
    /// <returns>Null: the proposal has none.</returns>
    public async Task<ShadowView?> OfAsync(Gazette gazette, Proposal proposal)
    {
        if (proposal.Shadow is not { } shadow)
        {
            return null;
        }

        var followed = await record.ShadowAsync(shadow.Run);
        var highest = (await record.ChangedFilesAsync(0, 0)).Highest;
        var state = shadow.StateOf(gazette, proposal, clock.Today());
        var goes = state == ShadowState.Running
            || (state == ShadowState.Ended && followed is not { IsDone: true });
        return new ShadowView(
            shadow, state, followed,
            !goes ? 0 : followed is null ? 1
                : Math.Max(
                    highest - followed.Position,
                    followed.Sweep is null && state == ShadowState.Running ? 0 : 1),
            await record.ShadowCountsAsync(shadow.Run));
    }

    /// <summary>Those with another tier, in order of (regime, kind, subject).</summary>
    public Task<IReadOnlyList<ShadowRow>> MoversAsync(Shadow shadow, StandingKey? after, int limit) =>
        record.ShadowMoversAsync(shadow.Run, after, limit);
}
