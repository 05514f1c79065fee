using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Backtests;

/// <summary>What may be asked of a back-test: how far it has come, its report, who is moved.</summary>
public sealed class BacktestQuestions(IRecordQuestions record, ShadowQuestions shadows)
{
    /// <summary>What the shadow of the same proposal says, in live work.</summary>
    public ShadowQuestions Shadows => shadows;

    /// <summary>So many portions are done.</summary>
    public async Task<long> PortionsAsync(Backtest test) =>
        (await record.PortionNumbersAsync(test.Run)).Count(each => each > BacktestPlan.Number);

    /// <returns>Null: it is not done.</returns>
    /// <exception cref="InvalidDataException">The report is damaged, or lost.</exception>
    public async Task<BacktestReport?> ReportAsync(Backtest test) => test.Report is not { } hash ? null
        : await record.BookTextAsync(hash) is { } kept ? BacktestReport.Read(kept.Text())
            : throw new InvalidDataException($"the record has no report {hash}");

    /// <summary>The movers of the portions after a number, those of some portions at a time.</summary>
    /// <param name="most">The list ends with the portion with which so many are reached.</param>
    public async Task<(IReadOnlyList<Mover> Movers, long After, bool More)> MoversAsync(
        Backtest test, long after, int most)
    {
        var movers = new List<Mover>();
        while (movers.Count < most && await record.PortionsAsync(test.Run, after, 1) is [var portion])
        {
            after = portion.Number;
            movers.AddRange(BacktestPart.Of(portion.Body).Movers);
        }

        return (movers, after, await record.PortionsAsync(test.Run, after, 1) is [_]);
    }
}
