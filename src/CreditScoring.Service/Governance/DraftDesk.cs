using CreditScoring.Disk;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Workbench.Editing;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Governance;

/// <summary>A draft and the files that it has now.</summary>
/// <param name="Rules">The same as those know it who help while one types; nothing of it is read before it is
/// asked, and nothing twice.</param>
public sealed record DraftAtHand(Proposal Proposal, LawFiles Files, EditedRules Rules);

/// <summary>
/// Where an author writes on a draft in the browser, a spot at a time (起草台): each change is the whole draft
/// anew in the record, by who made it. Nothing of it is in force before others approve and publish it.
/// </summary>
public sealed class DraftDesk(LawDesk desk, LawTrials trials, Settings settings)
{
    private readonly System.Threading.Lock gate = new();
    private (string Content, LawFiles Files)? last;
    private (string Content, EditedRules Rules)? edited;

    /// <summary>Null: there is no such proposal, or the record has not its files.</summary>
    public async Task<DraftAtHand?> OfAsync(string id) =>
        (await desk.CurrentAsync()).Proposals.GetValueOrDefault(id) is { } proposal
        && await FilesAsync(proposal.Content) is { } files 
            ? new DraftAtHand(proposal, files, EditedOf(proposal.Content, files)) : null;

    /// <summary>The files of the law that a proposal is written upon; of none, none.</summary>
    public async Task<LawFiles> BaseOfAsync(Proposal proposal) =>
        await FilesAsync(proposal.Base) ?? new LawFiles([]);

    /// <summary>
    /// The law on which a new draft is written: the one in force or about to be, else the service's own
    /// folder.
    /// </summary>
    public async Task<LawFiles> GroundAsync() => (await desk.CurrentAsync()).Base is { Length: > 0 } content
        && await FilesAsync(content) is { } files ? files
        : new LawFiles([.. LawTexts.Counting(RuleFolder.Read(settings.RulesPath))]);

    /// <summary>The draft with other files, if it still is what its author saw.</summary>
    /// <param name="content">The hash of what was shown.</param>
    public async Task<LawDecision> SaveAsync(DraftAtHand draft, string content, LawFiles files, Caller by) =>
        draft.Proposal.Content != content ? new LawDecision(draft.Proposal, GazetteFault.OtherContent)
        : !draft.Proposal.IsOpen
            ? new LawDecision(draft.Proposal, GazetteFault.WrongState(draft.Proposal.State))
        : await desk.DraftAsync(
            draft.Proposal.Id, draft.Proposal.Title, draft.Proposal.Reason, files.All, by, content);

    /// <summary>Begins a draft of these files.</summary>
    public Task<LawDecision> BeginAsync(string title, string reason, LawFiles files, Caller by) =>
        desk.DraftAsync(null, title, reason, files.All, by);

    private EditedRules EditedOf(string content, LawFiles files)
    {
        lock (gate)
        {
            edited = edited is { } known && known.Content == content ? known
                : (content, EditedRules.Of(files.All));
            return edited.Value.Rules;
        }
    }

    private async Task<LawFiles?> FilesAsync(string content)
    {
        lock (gate)
        {
            if (last is { } known && known.Content == content)
            {
                return known.Files;
            }
        }

        try
        {
            var files = new LawFiles(await trials.DocumentsAsync(content));
            lock (gate)
            {
                last = (content, files);
            }

            return files;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
