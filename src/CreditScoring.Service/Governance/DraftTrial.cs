using CreditScoring.Documents;
using CreditScoring.Law.Seconding;
using CreditScoring.Workbench.Covering;
using CreditScoring.Workbench.Mutating;
using NotTried = CreditScoring.Workbench.Covering.Untried;

namespace CreditScoring.Service.Governance;

/// <summary>How far it has come to find out what the worked examples of a pack leave untried.</summary>
public enum DraftTrialState { Waiting, Running, Done, Cancelled, Failed }

/// <summary>What the worked examples try of a pack.</summary>
/// <param name="Rules">So many there are.</param>
/// <param name="Held">So many of them held in some example.</param>
/// <param name="Outcomes">Two of each condition and each part of one.</param>
/// <param name="Seen">So many of them came about in some example.</param>
public sealed record DraftCoverage(
    int Rules, int Held, int Outcomes, int Seen, int Rows, int Used, IReadOnlyList<Untried> Untried)
{
    public static DraftCoverage Of(Coverage coverage)
    {
        var (rules, rows, outcomes) = (
            coverage.Rules.ToList(), coverage.Rows.ToList(), coverage.Outcomes.ToList());
        return new DraftCoverage(
            rules.Count, rules.Count(each => each.Held), 2 * outcomes.Count,
            outcomes.Sum(each => (each.SeenTrue ? 1 : 0) + (each.SeenFalse ? 1 : 0)),
            rows.Count, rows.Count(each => each.Used), [.. NotTried.Of(coverage)]);
    }
}

/// <summary>How both engines came out in the worked examples.</summary>
/// <param name="Differences">The first few texts to which they came differently.</param>
public sealed record DraftEngines(
    string Second, long Same, long NoAnswer, IReadOnlyList<EngineDifference> Differences);

/// <summary>
/// What the worked examples of a pack of a draft leave untried, as <c>credit test --coverage --mutate</c>
/// says it of files: which conditions, which small changes of the rules, and where the engines differ. It is
/// found out in the background.
/// </summary>
/// <param name="draft">The id of the proposal.</param>
/// <param name="content">The hash of its files: of others it says nothing.</param>
public sealed class DraftTrial(string draft, string folder, string content) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private int done;

    public string Draft => draft;

    public string Folder => folder;

    public string Content => content;

    public DraftTrialState State { get; internal set; }

    /// <summary>Examples and changes that were tried.</summary>
    public int Tried => done;

    /// <summary>Those that there are; 0: that is not known yet.</summary>
    public int All { get; internal set; }

    /// <summary>Null: it is not known yet.</summary>
    public DraftCoverage? Coverage { get; internal set; }

    /// <summary>Null: they are not known yet.</summary>
    public DraftEngines? Engines { get; internal set; }

    /// <summary>Null: it is not known yet, or not asked, since an example does not pass.</summary>
    public MutationScore? Score { get; internal set; }

    public bool IsOver => State is not (DraftTrialState.Waiting or DraftTrialState.Running);

    internal CancellationToken Stop => stop.Token;

    public void Cancel() => stop.Cancel();

    public void Dispose() => stop.Dispose();

    internal void Advance()
    {
        stop.Token.ThrowIfCancellationRequested();
        Interlocked.Increment(ref done);
    }
}
