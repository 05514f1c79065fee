using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Questions;

/// <summary>What falls due over all subjects: duties, and windows of inspections.</summary>
public sealed class DueLists(IRecordQuestions record, DayTurned turned)
{
    /// <param name="query">Its limit is that of the page.</param>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<DuePage<SubjectDuty>> DutiesAsync(DutyQuery query, RegionScope scope)
    {
        await turned.WaitAsync();
        return scope.Within(query.Region) is not { } region ? new([], false)
            : Page(await record.DutiesAsync(query with
            {
                Limit = query.Limit + 1, Region = region.Length == 0 ? null : region,
            }), query.Limit);
    }

    /// <inheritdoc cref="DutiesAsync"/>
    public async Task<DuePage<SubjectWindow>> WindowsAsync(WindowQuery query, RegionScope scope)
    {
        await turned.WaitAsync();
        return scope.Within(query.Region) is not { } region ? new([], false)
            : Page(await record.WindowsAsync(query with
            {
                Limit = query.Limit + 1, Region = region.Length == 0 ? null : region,
            }), query.Limit);
    }

    /// <summary>How many there are in all; the limit is not asked.</summary>
    public async Task<long> CountAsync(DutyQuery query, RegionScope scope)
    {
        await turned.WaitAsync();
        return scope.Within(query.Region) is not { } region ? 0
            : await record.CountDutiesAsync(query with { Region = region.Length == 0 ? null : region });
    }

    /// <inheritdoc cref="CountAsync(DutyQuery, RegionScope)"/>
    public async Task<long> CountAsync(WindowQuery query, RegionScope scope)
    {
        await turned.WaitAsync();
        return scope.Within(query.Region) is not { } region ? 0
            : await record.CountWindowsAsync(query with { Region = region.Length == 0 ? null : region });
    }

    private static DuePage<T> Page<T>(IReadOnlyList<T> found, int limit) =>
        new([.. found.Take(limit)], found.Count > limit);
}

/// <summary>A page of what falls due, in order of last days.</summary>
/// <param name="More">Whether something follows.</param>
public sealed record DuePage<T>(IReadOnlyList<T> Items, bool More);
