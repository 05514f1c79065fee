using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Goes on with the shadows that run, one file after the other and never in the way of who takes events in:
/// a candidate that fails or is slow delays its own shadow alone. Of several workers one does each.
/// </summary>
internal sealed class ShadowLoop(
    GazetteDesk desk, IWorkingRecord work, IRecordQuestions record, IShadowRecord shadows, Settings settings,
    TimeProvider clock, LoopHealth health, ILogger<ShadowLoop> log)
    : Loop("shadows", health, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Steps after which others have their turn.</summary>
    private const int Turn = 50;

    /// <summary>Both laws stay read as long as the shadow is of use.</summary>
    private readonly Dictionary<string, ShadowRun> runs = new(StringComparer.Ordinal);

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Pause, stop);
        // What is kept first: of what is begun later the gazette may not tell yet.
        var kept = await shadows.ShadowRunsAsync();
        var gazette = await desk.CurrentAsync();
        var all = gazette.Proposals.Values.Where(IsOfUse).ToList();
        foreach (var run in kept.Except(all.Select(each => each.Shadow!.Run)))
        {
            await shadows.ForgetShadowAsync(run);
        }

        Exception? fault = null;
        foreach (var proposal in all.Where(each => Goes(gazette, each)))
        {
            fault = await GoOnAsync(proposal.Shadow!, stop) ?? fault;
        }

        foreach (var run in runs.Keys.Except(all.Select(each => each.Shadow!.Run)).ToList())
        {
            runs.Remove(run);
        }

        if (fault is not null && !stop.IsCancellationRequested)
        {
            // The pause of a part that has failed.
            throw fault;
        }

        Works();
    }

    /// <summary>Once it is decided against, or in force no more, its acts tell of it, and no rows.</summary>
    private static bool IsOfUse(Proposal proposal) => proposal.Shadow is not null
        && proposal.State is not (ProposalState.Retired or ProposalState.Withdrawn);

    private bool Goes(Gazette gazette, Proposal proposal) =>
        proposal.Shadow!.StateOf(gazette, proposal, clock.Today())
            is ShadowState.Running or ShadowState.Ended;

    /// <returns>Why it did not go on; null: it did. The other shadows do in any case.</returns>
    private async Task<Exception?> GoOnAsync(Shadow shadow, CancellationToken stop)
    {
        try
        {
            if (shadow.Until < clock.Today() && await shadows.ShadowAsync(shadow.Run) is { IsDone: true })
            {
                return null;
            }

            await using var lead = await work.LeadAsync($"shadow {shadow.Run}");
            if (lead is null)
            {
                return null;
            }

            if (!runs.TryGetValue(shadow.Run, out var run))
            {
                runs[shadow.Run] = run = new ShadowRun(
                    shadow, record, shadows, new Activation(settings.AcceptRecalled));
            }

            for (var steps = 0; steps < Turn && !stop.IsCancellationRequested && !lead.Lost; steps++)
            {
                if (!await run.StepAsync(clock.Today()))
                {
                    break;
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault;
        }
    }
}
