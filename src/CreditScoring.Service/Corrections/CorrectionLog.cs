using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Corrections;

/// <summary>
/// All corrections, as far as their acts are kept. What was seen stays at hand, so that a question reads
/// what is new alone; of a settled one its event is left to the record.
/// </summary>
public sealed class CorrectionLog(IRecordQuestions record)
{
    private const int Page = 500;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, Correction> byTarget = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);

    /// <summary>The open ones, the oldest first; then the settled ones, the last settled first.</summary>
    public async Task<IReadOnlyList<Correction>> AllAsync()
    {
        await turn.WaitAsync();
        try
        {
            await CatchUpAsync();
            return
            [
                .. byTarget.Values.Where(each => each.State == CorrectionState.Open)
                    .OrderBy(each => each.At).ThenBy(each => each.Id, StringComparer.Ordinal),
                .. byTarget.Values.Where(each => each.State != CorrectionState.Open)
                    .OrderByDescending(each => each.Settlement!.At)
                    .ThenBy(each => each.Id, StringComparer.Ordinal),
            ];
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CatchUpAsync()
    {
        // Ends are asked for first: what they end was kept before them, and so is seen afterwards.
        var news = new Dictionary<string, IReadOnlyList<KeptAct>>();
        foreach (var what in CorrectionActs.Ends.Keys.Append(CorrectionActs.Proposed))
        {
            news[what] = await NewAsync(what);
        }

        foreach (var kept in news.Values.SelectMany(each => each).OrderBy(each => each.Position))
        {
            var target = kept.Act.Target;
            if (CorrectionActs.After(byTarget.GetValueOrDefault(target), kept) is { } now)
            {
                byTarget[target] = now.Settlement is null ? now : now with { Text = "" };
            }
        }

        // Only now: had the record failed in between, all of it would be asked for again.
        foreach (var (what, acts) in news.Where(each => each.Value.Count > 0))
        {
            seen[what] = acts[^1].Position;
        }
    }

    private async Task<IReadOnlyList<KeptAct>> NewAsync(string what)
    {
        var found = new List<KeptAct>();
        var page = default(IReadOnlyList<KeptAct>);
        do
        {
            var after = found.Count > 0 ? found[^1].Position : seen.GetValueOrDefault(what);
            page = await record.ActsAsync(new ActQuery(after, Page) { What = what });
            found.AddRange(page);
        }
        while (page.Count == Page);

        return found;
    }
}
