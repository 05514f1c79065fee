using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Judges everybody twice, portion by portion; each is kept before the next is begun, so that who is stopped
/// goes on behind the last one, and what comes of it in the end is the same to the octet.
/// </summary>
/// <param name="test">What is to be compared.</param>
public sealed class BacktestRun(
    Backtest test, IWorkingRecord work, IRecordQuestions record, Activation activation, TimeProvider clock)
{
    /// <summary>Subjects of a portion: what is in memory at once.</summary>
    public const int Portion = 2000;

    /// <summary>The same, where it is to be less.</summary>
    public int PortionOf { get; init; } = Portion;

    /// <summary>Portions that are read at once when the report is made.</summary>
    private const int Page = 20;

    /// <summary>One core is left to events that come meanwhile, and to those who ask.</summary>
    private static readonly ParallelOptions Cores = new()
    {
        MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1),
    };

    /// <summary>Does all that is left to do.</summary>
    /// <param name="goesOn">Asked after each portion.</param>
    /// <returns>What is entered when it is done; null: it was stopped.</returns>
    public async Task<(BacktestReport Report, BookText Text)?> GoOnAsync(Func<Task<bool>> goesOn)
    {
        var judge = await JudgeAsync();
        var last = (await record.PortionsAsync(test.Run, -1, 1)) is [var kept] ? kept : null;
        var (number, after) = (last?.Number ?? 0, last?.Until);
        while (await record.KnownFilesAsync(after, PortionOf, test.KnownAt) is { Count: > 0 } files)
        {
            after = files[^1].Subject;
            var part = Judge(judge, files);
            await KeepAsync(new BacktestPortion(test.Run, ++number, after.Value, part.Packed()));
            if (!await goesOn())
            {
                return null;
            }
        }

        return await ReportAsync(judge.Regimes);
    }

    private static BacktestPart Judge(BacktestJudge judge, IReadOnlyList<KnownFile> files)
    {
        // Each file by itself, so that the order in which cores come to them says nothing.
        var parts = new (BacktestTally Tally, List<Mover> Movers)[files.Count];
        Parallel.For(0, files.Count, Cores, i =>
        {
            parts[i] = (new BacktestTally(), []);
            // Nothing was known of it then.
            if (files[i].Events.Count > 0)
            {
                judge.Count(files[i], parts[i].Tally, parts[i].Movers);
            }
        });
        var all = new BacktestTally();
        foreach (var (tally, _) in parts)
        {
            all.Add(tally);
        }

        return new BacktestPart(all, [.. parts.SelectMany(each => each.Movers)]);
    }

    private async Task KeepAsync(BacktestPortion portion)
    {
        await using var piece = await work.BeginAsync(CancellationToken.None);
        var at = await piece.InstantAsync(clock.GetUtcNow());
        await piece.CommitAsync(new RecordBatch(at) { Portions = [portion] });
    }

    private async Task<BacktestJudge> JudgeAsync()
    {
        var (was, becomes) = (await DocumentsAsync(test.Base), await DocumentsAsync(test.Content));
        var (before, after) = (BookOf(was), BookOf(becomes));
        var same = LawDays.SameEvents(was, becomes);
        return BacktestJudge.Of(before, after, same, test.Day, LawDays.BeginOf(before, after, same));
    }

    private async Task<IReadOnlyList<SourceText>> DocumentsAsync(string content) =>
        await record.BookTextAsync(content) is { } kept ? LawTexts.DocumentsOf(kept)
            : throw new InvalidDataException($"the record has no text of the law {content}");

    private RuleBook BookOf(IReadOnlyList<SourceText> documents)
    {
        var reading = activation.Read(documents, out _, out _);
        return reading.Book ?? throw new InvalidDataException(
            $"{reading.Flaws.First(each => each.Severity == Severity.Error)}");
    }

    private async Task<(BacktestReport, BookText)> ReportAsync(IReadOnlyList<string> regimes)
    {
        var tally = new BacktestTally();
        using var movers = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var after = 0L;
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
            test.Day, regimes, tally, Convert.ToHexStringLower(movers.GetHashAndReset()));
        var text = BookText.Of("", report.Text());
        return (report, text with { Book = text.Hash() });
    }
}
