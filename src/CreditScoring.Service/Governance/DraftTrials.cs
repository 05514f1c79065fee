using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Covering;
using CreditScoring.Workbench.Editing;
using CreditScoring.Workbench.Mutating;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Governance;

/// <summary>
/// Finds out in the background what the worked examples of drafts leave untried: two at a time, each on one
/// core; what nobody needs any more, since its draft was written on, ends. It is known on this worker alone.
/// </summary>
public sealed partial class DraftTrials(ILogger<DraftTrials> log) : IDisposable
{
    public const int AtOnce = 2;

    /// <summary>Those that are known, and those that wait.</summary>
    private const int Room = 32, MostWaiting = 8;

    private const int MostDifferences = 10;

    /// <summary>Changes times examples: with no more it takes some seconds, whatever the pack.</summary>
    private const int Few = 20_000;

    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly Lock gate = new();
    private readonly LinkedList<DraftTrial> all = [];

    /// <summary>
    /// Whether it takes so little that nobody need ask for it: a large one takes a core for a minute, which
    /// is wanted for what else the service does.
    /// </summary>
    public static bool IsShort(DraftPack pack) =>
        pack.CanJudge && pack.Cases.Count * Mutants.Of(pack.Written!).Count <= Few;

    /// <summary>What is known of it as it is now; what was being found out of it as it was ends.</summary>
    /// <returns>Null: nobody has asked for it, or it is no longer known.</returns>
    public DraftTrial? Of(Proposal draft, string folder)
    {
        lock (gate)
        {
            foreach (var former in all.Where(each =>
                (each.Draft, each.Folder) == (draft.Id, folder) && each.Content != draft.Content))
            {
                former.Cancel();
            }

            return all.LastOrDefault(each => (each.Draft, each.Folder, each.Content)
                == (draft.Id, folder, draft.Content));
        }
    }

    /// <summary>Begins it, unless it is begun.</summary>
    /// <returns>Null: too many wait.</returns>
    public DraftTrial? Begin(DraftAtHand draft, string folder)
    {
        var begun = new DraftTrial(draft.Proposal.Id, folder, draft.Proposal.Content);
        lock (gate)
        {
            if (Of(draft.Proposal, folder) is { State: not DraftTrialState.Cancelled } known)
            {
                return known;
            }

            if (all.Count(each => each.State == DraftTrialState.Waiting) >= MostWaiting)
            {
                return null;
            }

            all.AddLast(begun);
            if (all.Count > Room)
            {
                all.First!.Value.Cancel();
                all.RemoveFirst();
            }
        }

        _ = RunAsync(begun, draft.Rules);
        return begun;
    }

    public void Dispose()
    {
        lock (gate)
        {
            all.ToList().ForEach(each => each.Cancel());
        }
    }

    private async Task RunAsync(DraftTrial trial, DraftRules rules)
    {
        var hasTurn = false;
        try
        {
            await turns.WaitAsync(trial.Stop);
            hasTurn = true;
            trial.State = DraftTrialState.Running;
            await Task.Run(() => Try(trial, rules), trial.Stop);
            trial.State = DraftTrialState.Done;
        }
        catch (OperationCanceledException)
        {
            trial.State = DraftTrialState.Cancelled;
        }
        catch (Exception failure)
        {
            trial.State = DraftTrialState.Failed;
            LogFailed(trial.Folder, trial.Draft, failure);
        }
        finally
        {
            if (hasTurn)
            {
                turns.Release();
            }
        }
    }

    private static void Try(DraftTrial trial, DraftRules rules)
    {
        var differences = new List<EngineDifference>();
        var seconding = new Seconding(new PackageEngine(), told: each =>
        {
            if (each.Agreement == Agreement.Differs && differences.Count < MostDifferences)
            {
                differences.Add(each);
            }
        });
        // By both engines: what they come to for the examples, and what those try.
        var both = EditedRules.Of(rules.Written.Documents.Values, seconding)
            .PartOf($"{trial.Folder}/pack.json").Reading;
        var (regime, files) = (
            both.Book!.OfFolder(trial.Folder)!, both.Packs.First(each => each.Folder == trial.Folder));
        var flaws = new List<Flaw>();
        var cases = files.Cases.SelectMany(each => CaseReader.Read(each, both.Catalogue!, flaws)).ToList();
        var mutants = regime.IsTemplate ? [] : Mutants.Of(files);
        trial.All = cases.Count + mutants.Count;
        var coverage = new Coverage(both.Bound[trial.Folder]);
        var failed = cases.Count(each => !Passes(trial, each, regime, coverage));
        trial.Coverage = DraftCoverage.Of(coverage);
        trial.Engines = new DraftEngines(
            seconding.Engine.Name, seconding.Same, seconding.NoAnswer, differences);
        // An example that fails would notice every change.
        if (failed + flaws.Count == 0 && mutants.Count > 0)
        {
            trial.Score = Changed(trial, rules.PackOf(trial.Folder), cases, mutants);
        }
    }

    private static bool Passes(DraftTrial trial, Case tried, Regime regime, Coverage coverage)
    {
        trial.Advance();
        return CaseRunner.Run(tried, regime, coverage).Passed;
    }

    private static MutationScore Changed(
        DraftTrial trial, DraftPack pack, IReadOnlyList<Case> cases, IReadOnlyList<Mutant> mutants)
    {
        var book = pack.Reading.Book!;
        var run = new MutationRun(pack.Written!, book.OfFolder(trial.Folder)!, book, cases);
        var fates = new List<(Mutant, Fate, string?)>();
        foreach (var mutant in mutants)
        {
            trial.Advance();
            fates.Add((mutant, run.Try(mutant, out var refusal), refusal));
        }

        return new MutationScore(fates);
    }

    [LoggerMessage(Level = LogLevel.Error,
        Message = "草案 {Draft} 的 {Folder} 未能检验完毕 / the trial of {Folder} of the draft {Draft} came to no end")]
    private partial void LogFailed(string folder, string draft, Exception failure);
}
