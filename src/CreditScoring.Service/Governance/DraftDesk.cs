using System.Collections.Concurrent;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Workbench.Editing;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Governance;

/// <summary>A draft and the files that it has now.</summary>
/// <param name="Rules">The same as those know it who help while one types; nothing of it is read before it is
/// asked, and nothing twice.</param>
public sealed record DraftAtHand(Proposal Proposal, LawFiles Files, DraftRules Rules);

/// <summary>The files of a draft as they are kept, and what was found out of its packs.</summary>
public sealed class DraftRules(EditedRules written)
{
    private readonly ConcurrentDictionary<string, DraftPack> packs = new(StringComparer.Ordinal);

    public EditedRules Written => written;

    public DraftPack PackOf(string folder) => packs.GetOrAdd(folder, each => DraftPack.Of(written, each));

    /// <summary>A pack as it would be with a file written anew.</summary>
    /// <param name="gone">Whether nobody waits for it any more: then no more of its examples are run.</param>
    public DraftPack PackWith(SourceText source, string folder, CancellationToken gone) =>
        written.With(source) is var changed && changed == written ? PackOf(folder)
            : DraftPack.Of(changed, folder, gone);
}

/// <summary>
/// Where an author writes on a draft in the browser, a spot at a time (起草台): each change is the whole draft
/// anew in the record, by who made it. Nothing of it is in force before others approve and publish it.
/// </summary>
public sealed class DraftDesk(LawDesk desk, LawTrials trials, Settings settings)
{
    /// <summary>
    /// Of some who write at once, and of the law on which each writes; a law takes some megabytes.
    /// </summary>
    private const int Room = 8;

    private readonly Lately<string, LawFiles> read = new(2 * Room);
    private readonly Lately<string, DraftRules> rules = new(Room);

    /// <summary>Null: there is no such proposal, or the record has not its files.</summary>
    public async Task<DraftAtHand?> OfAsync(string id) =>
        (await desk.CurrentAsync()).Proposals.GetValueOrDefault(id) is { } proposal
        && await FilesAsync(proposal.Content) is { } files
            ? new DraftAtHand(
                proposal, files, rules.Of(proposal.Content)
                    ?? rules.Keep(proposal.Content, new DraftRules(EditedRules.Of(files.All))))
            : null;

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
    /// <param name="seen">What was shown.</param>
    public async Task<LawDecision> SaveAsync(DraftAtHand draft, DraftSeen seen, LawFiles files, Caller by) =>
        seen.FaultIn(draft.Proposal) is { } fault ? new LawDecision(draft.Proposal, fault)
        : await desk.DraftAsync(
            draft.Proposal.Id, draft.Proposal.Title, draft.Proposal.Reason, files.All, by, seen);

    /// <summary>Begins a draft of these files.</summary>
    public Task<LawDecision> BeginAsync(string title, string reason, LawFiles files, Caller by) =>
        desk.DraftAsync(null, title, reason, files.All, by);

    private async Task<LawFiles?> FilesAsync(string content)
    {
        try
        {
            return read.Of(content)
                ?? read.Keep(content, new LawFiles(await trials.DocumentsAsync(content)));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
