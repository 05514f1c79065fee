using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Goes on with what back-tests are begun and not done, whoever began them; several workers share the
/// portions of each, and others go on where one is stopped.
/// </summary>
public sealed partial class BacktestLoop(
    GazetteDesk desk, IWorkingRecord work, IRecordQuestions record, Settings settings, TimeProvider clock,
    LoopHealth health, ILogger<BacktestLoop> log)
    : Loop("backtests", health, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Pause, stop);
        var gazette = await desk.CurrentAsync();
        foreach (var (proposal, test) in gazette.Proposals.Values.SelectMany(
            each => new[] { each.Backtest, each.PeriodTest }, (each, test) => (each, test)))
        {
            if (test is { IsRunning: true } && !stop.IsCancellationRequested)
            {
                await RunAsync(proposal, test, stop);
            }
        }

        Works();
    }

    private async Task RunAsync(Proposal proposal, Backtest test, CancellationToken stop)
    {
        var run = new BacktestRun(test, work, record, new Activation(settings.AcceptRecalled), clock);
        if (await run.GoOnAsync(async () => !stop.IsCancellationRequested && await IsWantedAsync(proposal.Id,
            test))
            is not var (report, text))
        {
            return;
        }

        await desk.EnterAsync(
            new LawBacktested(proposal.Id, test.Run, text.Book, report.Subjects, report.Moved),
            GazetteEntry.Service, text);
        LogDone(proposal.Id, report.Subjects, report.Moved);
    }

    private async Task<bool> IsWantedAsync(string id, Backtest test) =>
        (await desk.CurrentAsync()).Proposals[id].TestOf(test.Run) is { IsRunning: true };

    [LoggerMessage(Level = LogLevel.Information,
        Message = "back-test of proposal {Id}: {Subjects} subjects, {Moved} moved")]
    private partial void LogDone(string id, long subjects, long moved);
}
