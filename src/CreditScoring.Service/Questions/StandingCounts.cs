using System.Globalization;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Questions;

/// <summary>How many subjects stand where: now, at the end of each month, and from where to where.</summary>
public sealed class StandingCounts(IRecordQuestions record, DayTurned turned, TimeProvider clock)
{
    /// <summary>As they stand now, all counted.</summary>
    public async Task<IReadOnlyList<StandingCount>> NowAsync(ListFilter filter, CountBy by, RegionScope scope)
    {
        await turned.WaitAsync();
        return Within(filter, scope) is { } asked ? await record.CountStandingsAsync(asked, by) : [];
    }

    /// <summary>
    /// At the end of each of the last months, the present one as it is now: what is counted now, less what
    /// has turned since as it was recorded.
    /// </summary>
    public async Task<IReadOnlyList<StandingCount>> MonthsAsync(
        ListFilter filter, CountBy by, int months, RegionScope scope)
    {
        await turned.WaitAsync();
        if (Within(filter, scope) is not { } asked)
        {
            return [];
        }

        var today = clock.Today();
        var first = new DateOnly(today.Year, today.Month, 1);
        var turns = await record.CountTurnsAsync(asked, by, first.AddMonths(1 - months).AddDays(-1));
        var counts = (await record.CountStandingsAsync(asked, by)).ToDictionary(Key, each => each.Count);
        var answer = new List<StandingCount>();
        for (var month = first; month > first.AddMonths(-months); month = month.AddMonths(-1))
        {
            var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            answer.AddRange(counts.Where(each => each.Value != 0).OrderBy(each => each.Key)
                .Select(each => new StandingCount(each.Key.Regime, each.Key.Tier, each.Key.Region, each.Value)
                {
                    Month = name,
                }));
            foreach (var turn in turns.Where(each => each.Month == name))
            {
                counts[Key(turn)] = counts.GetValueOrDefault(Key(turn)) - turn.Count;
            }
        }

        return [.. answer.OrderBy(each => each.Month, StringComparer.Ordinal)];
    }

    /// <summary>Of a regime: how many were so at the end of one day and so at the end of another.</summary>
    public async Task<IReadOnlyList<Migration>> MigrationAsync(
        ListFilter filter, DateOnly from, DateOnly to, RegionScope scope)
    {
        await turned.WaitAsync();
        if (Within(filter, scope) is not { } asked)
        {
            return [];
        }

        var moved = await record.MovedAsync(asked, from, to);
        var still = (await record.CountStandingsAsync(asked, new CountBy(Tier: true, null)))
            .ToDictionary(each => new TierState(each.Tier), each => each.Count);
        var matrix = new Dictionary<(TierState? Before, TierState? After), long>();
        foreach (var each in moved)
        {
            Count((each.Before, each.After), each.Count);
            if (each.Now is { } now)
            {
                still[now] = still.GetValueOrDefault(now) - each.Count;
            }
        }

        // Who has not turned since was so on both days.
        foreach (var (state, count) in still)
        {
            Count((state, state), count);
        }

        return
        [
            .. matrix.Where(each => each.Value != 0 && each.Key != (null, null))
                .Select(each => new Migration(each.Key.Before, each.Key.After, null, each.Value))
                .OrderBy(each => each.Before is null)
                .ThenBy(each => each.Before?.Tier, StringComparer.Ordinal)
                .ThenBy(each => each.After is null).ThenBy(each => each.After?.Tier, StringComparer.Ordinal),
        ];

        void Count((TierState?, TierState?) cell, long count) =>
            matrix[cell] = matrix.GetValueOrDefault(cell) + count;
    }

    private static (string Regime, string? Tier, string? Region) Key(StandingCount each) =>
        (each.Regime, each.Tier, each.Region);

    private static ListFilter? Within(ListFilter filter, RegionScope scope) =>
        scope.Within(filter.Region) is { } region
            ? filter with { Region = region.Length == 0 ? null : region } : null;
}
