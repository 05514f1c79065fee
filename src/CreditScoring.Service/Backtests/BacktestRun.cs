using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Judges everybody twice, portion by portion, on every core and by every worker that has a hand free; each
/// is kept when it is done, so that who is stopped loses no other, and what comes of all in the end is the
/// same to the octet, whoever did which.
/// </summary>
/// <param name="test">What is to be compared.</param>
public sealed class BacktestRun(
    Backtest test, IWorkingRecord work, IRecordQuestions record, Activation activation, TimeProvider clock)
{
    /// <summary>Subjects of a portion: what is in memory at once, of each core.</summary>
    public const int Portion = 2000;

    /// <summary>Portions that one worker claims at a time.</summary>
    private const int Claim = 8;

    /// <summary>Portions that are read at once when the report is made.</summary>
    private const int Page = 20;

    private readonly SemaphoreSlim asking = new(1, 1);

    /// <summary>The same as <see cref="Portion"/>, where it is to be less.</summary>
    public int PortionOf { get; init; } = Portion;

    /// <summary>So many portions are judged at once.</summary>
    public int Hands { get; init; } = Environment.ProcessorCount;

    /// <summary>Does all that is left to do and that no other worker does.</summary>
    /// <param name="goesOn">Asked after each portion, one at a time.</param>
    /// <returns>What is entered when all is done; null: it was stopped, or others are at it yet.</returns>
    public async Task<(BacktestReport Report, BookText Text)?> GoOnAsync(Func<Task<bool>> goesOn)
    {
        if (await PlanAsync() is not { } plan)
        {
            return null;
        }

        var judge = await JudgeAsync();
        var stopped = false;
        foreach (var claim in (await LeftAsync(plan)).GroupBy(each => (each - 1) / Claim))
        {
            await using var lead = await work.LeadAsync($"backtest {test.Run} {claim.Key}");
            if (lead is null || stopped)
            {
                continue;
            }

            // Another worker may have done them in the meantime.
            var left = (await LeftAsync(plan)).Intersect(claim).ToArray();
            await Parallel.ForEachAsync(
                left, new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (number, _) =>
                {
                    if (!Volatile.Read(ref stopped))
                    {
                        await DoAsync(judge, plan, number);
                        Volatile.Write(ref stopped, Volatile.Read(ref stopped) || !await AskAsync(goesOn));
                    }
                });
        }

        return stopped || (await LeftAsync(plan)).Count > 0 ? null : await ReportAsync(judge.Regimes);
    }

    private async Task<bool> AskAsync(Func<Task<bool>> goesOn)
    {
        await asking.WaitAsync();
        try
        {
            return await goesOn();
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>The portions, as they were laid down, or are now.</summary>
    /// <returns>Null: another worker lays them down.</returns>
    private async Task<BacktestPlan?> PlanAsync()
    {
        await using var lead = await work.LeadAsync($"backtest {test.Run}");
        if (await record.PortionsAsync(test.Run, BacktestPlan.Number - 1, 1)
            is [{ Number: BacktestPlan.Number } kept])
        {
            return BacktestPlan.Of(kept.Body);
        }

        if (lead is null)
        {
            return null;
        }

        var plan = new BacktestPlan(await record.FileMarksAsync(PortionOf));
        var last = plan.Ends.Count == 0 ? new Subject("", "") : plan.Ends[^1];
        await KeepAsync(new BacktestPortion(test.Run, BacktestPlan.Number, last, plan.Packed()));
        return plan;
    }

    private async Task<IReadOnlyList<long>> LeftAsync(BacktestPlan plan)
    {
        var done = (await record.PortionNumbersAsync(test.Run)).ToHashSet();
        return [.. Enumerable.Range(1, (int)plan.Portions).Select(each => BacktestPlan.Number + each)
            .Where(each => !done.Contains(each))];
    }

    private async Task DoAsync(PeriodJudge judge, BacktestPlan plan, long number)
    {
        var until = plan.Until(number);
        var files = await record.KnownFilesAsync(plan.After(number), until, test.KnownAt);
        var (tally, movers) = (new BacktestTally(), new List<Mover>());
        // Of whom nothing was known then nothing is said.
        foreach (var file in files.Where(each => !each.Events.IsEmpty))
        {
            judge.Count(file, tally, movers);
        }

        await KeepAsync(
            new BacktestPortion(test.Run, number, until, new BacktestPart(tally, movers).Packed()));
    }

    private async Task KeepAsync(BacktestPortion portion)
    {
        await using var piece = await work.BeginAsync(CancellationToken.None);
        var at = await piece.InstantAsync(clock.GetUtcNow());
        await piece.CommitAsync(new RecordBatch(at) { Portions = [portion] });
    }

    private async Task<PeriodJudge> JudgeAsync() => PeriodJudge.Of(
        await ComparedLaws.ReadAsync(record, activation, test.Base, test.Content), test);

    private async Task<(BacktestReport, BookText)> ReportAsync(IReadOnlyList<string> regimes)
    {
        var tally = new BacktestTally();
        using var movers = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var after = BacktestPlan.Number;
        while (await record.PortionsAsync(test.Run, after, Page) is { Count: > 0 } portions)
        {
            after = portions[^1].Number;
            foreach (var part in portions.Select(each => BacktestPart.Of(each.Body)))
            {
                tally.Add(part.Tally);
                foreach (var mover in part.Movers)
                {
                    movers.AppendData(Encoding.UTF8.GetBytes(JsonText.Of(mover.Write) + "\n"));
                }
            }
        }

        var report = new BacktestReport(
            test.Day, regimes, tally, Convert.ToHexStringLower(movers.GetHashAndReset()))
        {
            From = test.From,
        };
        var text = BookText.Of("", report.Text());
        return (report, text with { Book = text.Hash() });
    }
}
